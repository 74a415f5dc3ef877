import ctypes
from functools import cache

import numpy as np
from wasmtime import Engine, Instance, Limits, Memory, MemoryType, Module, Store

from ..errors import MatineeError
from .code import KernelCode

_PAGE = 65536
_MOST_PAGES = 65536
_ENGINE = Engine()


@cache
def _compile(wasm: bytes) -> Module:
    """Once per process: it takes longer than most rounds."""
    return Module(_ENGINE, wasm)


class Allocator:
    """Hands out places in a kernel's memory, one after the other. Address 0 stays free: it means "none"."""

    def __init__(self) -> None:
        self.bytes = 16

    def block(self, size: int) -> int:
        """The address of a new block, a multiple of 16."""
        pointer = self.bytes
        self.bytes += -(-size // 16) * 16
        return pointer


class Kernel:
    """One instance of the kernels over a memory of its own, which never grows."""

    def __init__(self, code: KernelCode, size: int) -> None:
        """:raises MatineeError: if `size` bytes are more than WebAssembly can address."""
        pages = -(-size // _PAGE)
        if pages > _MOST_PAGES:
            raise MatineeError(
                f"A part of the users needs {size / 2**30:.1f} GiB and WebAssembly has 4: "
                "use more --parts or fewer --components."
            )
        module = _compile(code.wasm)
        self._store = Store(_ENGINE)
        memory = Memory(self._store, MemoryType(Limits(pages, pages)))
        self._exports = Instance(self._store, module, [memory]).exports(self._store)
        address = ctypes.addressof(memory.data_ptr(self._store).contents)
        self._memory = memory
        self._bytes = np.frombuffer((ctypes.c_ubyte * (pages * _PAGE)).from_address(address), np.uint8)

    def run(self, function: str, *arguments: int) -> int | None:
        return self._exports[function](self._store, *arguments)

    def view(self, pointer: int, count: int, dtype: type) -> np.ndarray:
        """`count` numbers at an address. The view is valid as long as this kernel lives."""
        return self._bytes[pointer : pointer + count * np.dtype(dtype).itemsize].view(dtype)
