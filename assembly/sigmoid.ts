@inline
export function sigmoid(x: f32): f32 {
  return 1 / (1 + Mathf.exp(-x));
}

/** ln(1 + e^x), minus the logarithm of a sigmoid, without overflow. */
@inline
export function softplus(x: f32): f32 {
  return max<f32>(x, 0) + Mathf.log1p(Mathf.exp(-abs<f32>(x)));
}
