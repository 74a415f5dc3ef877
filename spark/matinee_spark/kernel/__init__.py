"""The kernels of `assembly/` run by wasmtime, their memory laid out by NumPy as `src/model/memory` lays it out."""
