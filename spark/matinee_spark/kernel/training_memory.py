import numpy as np

from ..hyperparameters import LOSSES, Hyperparameters
from .code import KernelCode
from .feature_table import FeatureTable
from .features import FeatureMatrix, PackedFeatures
from .interactions import Interactions
from .kernel import Allocator, Kernel
from .plan import Plan

# Bytes an interaction up to which every pair of a user and an item gets a bit (`src/model/memory/knownItems.ts`).
_MOST_FOR_BITS = 12


class TrainingMemory:
    """A kernel's memory laid out for epochs over one set of interactions, by one thread."""

    def __init__(
        self,
        code: KernelCode,
        hyper: Hyperparameters,
        interactions: Interactions,
        users: tuple[FeatureMatrix, FeatureTable],
        items: tuple[FeatureMatrix, FeatureTable],
        packed: PackedFeatures | None,
    ) -> None:
        self._hyper = hyper
        self._interactions = interactions
        self._loss = loss = LOSSES[hyper.loss]
        memory = Allocator()
        blocks: list[tuple[int, np.ndarray]] = []

        def place(array: np.ndarray | None) -> int:
            if array is None:
                return 0
            pointer = memory.block(array.nbytes)
            blocks.append((pointer, array))
            return pointer

        self._order = self._visited(np.arange(len(interactions.values)))
        self.length = len(self._order)
        self._visits = memory.block(self.length * 8)
        self._weights = 0 if interactions.weights is None else memory.block(self.length * 4)
        indptr, indices = interactions.rows()
        stride = -(-interactions.items // 8)
        with_bits = interactions.users * stride <= _MOST_FOR_BITS * len(indices)
        with_rows = not with_bits or loss.draws_positives
        self._plan = Plan(code.offsets, hyper, memory, packed)
        fields = {
            "VISITS": self._visits,
            "WEIGHTS": self._weights,
            "POOL": place(interactions.item_rows.astype(np.uint32) if loss.draws_interactions else None),
            "POOL_SIZE": len(interactions.item_rows) if loss.draws_interactions else 0,
            "KNOWN_INDPTR": place(indptr if with_rows else None),
            "KNOWN_INDICES": place(indices if with_rows else None),
            "KNOWN_BITS": place(_known_bits(interactions, stride) if with_bits else None),
            "KNOWN_STRIDE": stride,
            "PACKED": place(packed and packed.packed),
            "OWN": place(packed and packed.own),
        }
        self._tables = {}
        sides = {}
        for side, (matrix, table) in (("user", users), ("item", items)):
            copies = 0 if packed is None or side == "user" else packed.copies
            pointers = [
                place(_with_copies(table.values, copies)),
                place(_with_copies(table.sums, copies, np.inf)),
                place(_with_copies(table.momenta, copies)),
            ]
            self._tables[side] = (pointers, table)
            matrix_pointers = (
                (0, 0) if matrix.is_identity else (place(matrix.indptr.astype(np.uint32)), place(_entries(matrix)))
            )
            sides[side] = (matrix, matrix_pointers, pointers)

        self._kernel = Kernel(code, memory.bytes)
        for pointer, array in blocks:
            self._kernel.view(pointer, array.size, array.dtype)[:] = array.ravel()
        self._plan.write(self._kernel, fields, sides)
        self.arrange(self._order)

    def _visited(self, positions: np.ndarray) -> np.ndarray:
        if not self._loss.likes_only:
            return positions
        return positions[self._interactions.values[positions] > 0]

    def arrange(self, positions: np.ndarray) -> None:
        """Lays out the visits in this order of positions among the interactions."""
        positions = self._visited(positions)
        liked = (self._interactions.values[positions] > 0).astype(np.uint32) * np.uint32(self._plan.offsets["LIKED"])
        visits = self._kernel.view(self._visits, 2 * len(positions), np.uint32).reshape(-1, 2)
        visits[:, 0] = self._interactions.user_rows[positions]
        visits[:, 1] = self._interactions.item_rows[positions] + liked
        if self._weights:
            weights = self._kernel.view(self._weights, len(positions), np.float32)
            weights[:] = self._interactions.weights[positions]

    def begin_epoch(self, shuffle_seed: int, sampler_seed: int) -> None:
        """Shuffles the visits; a shuffle seed of 0 leaves their order. The sampler's seed has 31 bits."""
        self._plan.begin_epoch(self._kernel, self.length, shuffle_seed, sampler_seed)

    def run(self, start: int, stop: int) -> tuple[float, int]:
        """
        Learns from some visits of an epoch and settles the regularisation. Returns the loss summed over the
        interactions learnt from, and their number.
        """
        pointer = self._plan.pointer
        before = self._plan.loss(self._kernel)
        self._kernel.run("exchange", pointer)
        self._kernel.run(self._loss.kernel, pointer, start, stop)
        self._kernel.run("exchange", pointer)
        self._kernel.run("regularize", pointer)
        loss, learnt = self._plan.loss(self._kernel)
        return loss - before[0], learnt - before[1]

    def read(self, side: str) -> FeatureTable:
        """A side's table as it is now, copied out of the kernel's memory."""
        pointers, table = self._tables[side]
        shape = table.values.shape
        values, sums, momenta = (
            self._kernel.view(pointer, table.values.size, np.float32).reshape(shape).copy() if pointer else None
            for pointer in pointers
        )
        return FeatureTable(side, table.no_components, values, sums, momenta)


def _with_copies(rows: np.ndarray | None, copies: int, first: float = 0) -> np.ndarray | None:
    """
    A table's rows, and behind them those on which the kernel learns what items share: the first of them, of zeros,
    stands for "none", and its infinite sums keep it from moving.
    """
    if rows is None or copies == 0:
        return rows
    behind = np.zeros((copies, rows.shape[1]), np.float32)
    behind[0] = first
    return np.concatenate([rows, behind])


def _known_bits(interactions: Interactions, stride: int) -> np.ndarray:
    bits = np.zeros(interactions.users * stride, np.uint8)
    places = interactions.user_rows.astype(np.int64) * stride + (interactions.item_rows >> 3)
    np.bitwise_or.at(bits, places, np.uint8(1) << (interactions.item_rows & 7).astype(np.uint8))
    return bits


def _entries(matrix: FeatureMatrix) -> np.ndarray:
    """(u32 feature, f32 weight) to each entry, and behind the last one of weight zero."""
    entries = np.zeros((len(matrix.indices) + 1, 2), np.uint32)
    entries[:-1, 0] = matrix.indices
    entries[:-1, 1] = matrix.data.astype(np.float32).view(np.uint32)
    return entries
