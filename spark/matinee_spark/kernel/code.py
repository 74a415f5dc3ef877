import re
from dataclasses import dataclass
from pathlib import Path

from ..errors import MatineeError

CHECKOUT = Path(__file__).parents[3]
_CONSTANT = re.compile(r"^export const (\w+) = (0x[0-9a-fA-F]+|\d+);$", re.MULTILINE)


@dataclass(frozen=True)
class KernelCode:
    """The kernels as bytes and the offsets of `assembly/layout.ts`, to be sent to the tasks."""

    wasm: bytes
    offsets: dict[str, int]

    @staticmethod
    def read(checkout: Path = CHECKOUT) -> "KernelCode":
        """:raises MatineeError: if the kernels have not been built."""
        wasm = checkout / "src/model/kernel/simd.wasm"
        if not wasm.exists():
            raise MatineeError(f"{wasm} is missing. Build the kernels first: npm run kernels")
        layout = (checkout / "assembly/layout.ts").read_text(encoding="utf-8")
        return KernelCode(wasm.read_bytes(), {name: int(value, 0) for name, value in _CONSTANT.findall(layout)})
