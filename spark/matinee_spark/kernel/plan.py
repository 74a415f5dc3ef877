import numpy as np

from ..hyperparameters import Hyperparameters
from .feature_table import bias_column, one_column, row_length
from .features import FeatureMatrix, PackedFeatures
from .kernel import Allocator, Kernel


class Plan:
    """The block of fields that an epoch reads its settings and addresses from, with its scratch vectors and tables."""

    def __init__(
        self,
        offsets: dict[str, int],
        hyper: Hyperparameters,
        memory: Allocator,
        packed: PackedFeatures | None,
    ) -> None:
        self.offsets = offsets
        self._hyper = hyper
        self._row_bytes = row_length(hyper.no_components) * 4
        self._shared = np.zeros(0, np.uint32) if packed is None else packed.shared
        self._copies = 0 if packed is None else packed.copies
        self.pointer = memory.block(offsets["PLAN_BYTES"])
        self._rank_weights = memory.block((hyper.max_sampled + 1) * 4)
        self._vectors = memory.block(2 * self._row_bytes)
        self._drawn = memory.block(3 * offsets["AHEAD"] * 4)
        self._sampled_positives = memory.block(hyper.n * 8)
        self._products = memory.block(self._copies * 4)
        self._shared_list = memory.block(len(self._shared) * 4)
        self._copy_bases = memory.block(len(self._shared) * 3 * self._row_bytes)

    def write(
        self,
        kernel: Kernel,
        fields: dict[str, int],
        sides: dict[str, tuple[FeatureMatrix, tuple[int, int], list[int]]],
    ) -> None:
        """Writes all fields and fills the table of rank weights. Memory begins as zeros, and 0 means "none"."""
        hyper = self._hyper
        whole = {
            **fields,
            "ROW_BYTES": self._row_bytes,
            "COMPONENTS": hyper.no_components,
            "ADADELTA": int(hyper.learning_schedule == "adadelta"),
            "MAX_SAMPLED": hyper.max_sampled,
            "K": hyper.k,
            "N": hyper.n,
            "RANK_WEIGHTS": self._rank_weights,
            "USER_VECTOR": self._vectors,
            "ITEM_VECTOR": self._vectors + self._row_bytes,
            "DRAWN": self._drawn,
            "SAMPLED_POSITIVES": self._sampled_positives,
            "SHARED_ROWS": self._copies,
            "COPIED": self._shared_list,
            "COPIED_COUNT": len(self._shared),
            "COPIES": sides["item"][0].features,
            "COPY_BASES": self._copy_bases,
            "PRODUCTS": self._products,
        }
        for name, value in whole.items():
            self._put(kernel, f"PLAN_{name}", np.uint32, value)
        for name, number in (
            ("LEARNING_RATE", hyper.learning_rate),
            ("RHO", hyper.rho),
            ("EPSILON", hyper.epsilon),
        ):
            self._put(kernel, f"PLAN_{name}", np.float32, number)
        kernel.view(self._shared_list, len(self._shared), np.uint32)[:] = self._shared
        for side, (matrix, (indptr, entries), (values, sums, momenta)) in sides.items():
            at = self.offsets["PLAN_USERS" if side == "user" else "PLAN_ITEMS"]
            alpha = hyper.user_alpha if side == "user" else hyper.item_alpha
            whole = {
                "ROWS": matrix.rows,
                "FEATURES": matrix.features,
                "INDPTR": indptr,
                "ENTRIES": entries,
                "VALUES": values,
                "SUMS": sums,
                "MOMENTA": momenta,
                "BIAS": bias_column(side, hyper.no_components) * 4,
                "ONE": one_column(side, hyper.no_components) * 4,
            }
            for name, value in whole.items():
                self._put(kernel, f"SIDE_{name}", np.uint32, value, at)
            self._put(kernel, "SIDE_SCALE", np.float64, 1, at)
            self._put(kernel, "SIDE_ALPHA", np.float32, alpha, at)
        kernel.run("fillRankWeights", self.pointer)
        kernel.run("fillReciprocal", self.pointer)

    def begin_epoch(self, kernel: Kernel, length: int, shuffle_seed: int, sampler_seed: int) -> None:
        for name in ("NEXT", "DRAWN_COUNT", "LEARNT", "FROM"):
            self._put(kernel, f"PLAN_{name}", np.uint32, 0)
        self._put(kernel, "PLAN_TO", np.uint32, length)
        self._put(kernel, "PLAN_SAMPLER_STATE", np.uint32, sampler_seed)
        self._put(kernel, "PLAN_SHUFFLE_SEED", np.uint64, shuffle_seed)
        self._put(kernel, "PLAN_LOSS", np.float64, 0)
        kernel.run("shuffle", self.pointer)

    def loss(self, kernel: Kernel) -> tuple[float, int]:
        """The epoch's loss so far, and the number of interactions it is summed over."""
        loss = kernel.view(self.pointer + self.offsets["PLAN_LOSS"], 1, np.float64)[0]
        return float(loss), int(kernel.view(self.pointer + self.offsets["PLAN_LEARNT"], 1, np.uint32)[0])

    def _put(self, kernel: Kernel, name: str, dtype: type, value: float, base: int = 0) -> None:
        kernel.view(self.pointer + base + self.offsets[name], 1, dtype)[0] = value
