/** The smallest module with a vector instruction: `() => v128.const 0`. */
const MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 22, 1, 20, 0, 253, 12, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11,
]);

/** Whether this browser can run the kernel, and has the library of ES2023 that the page is written with. */
export function isSupported(): boolean {
  return typeof WebAssembly === "object" && WebAssembly.validate(MODULE) && "toSorted" in Array.prototype;
}
