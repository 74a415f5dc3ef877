from dataclasses import dataclass

import numpy as np

# With more of them, making all their products may cost more than it saves (`src/model/memory/packedFeatures.ts`).
_MOST_SHARED = 128


@dataclass(frozen=True)
class FeatureMatrix:
    """The features of users or items: CSR parts, or None for the identity (row r is feature r of weight 1)."""

    rows: int
    features: int
    indptr: np.ndarray | None = None
    indices: np.ndarray | None = None
    data: np.ndarray | None = None

    @property
    def is_identity(self) -> bool:
        return self.indptr is None

    def represent(self, table: np.ndarray) -> np.ndarray:
        """What each row amounts to: its features' rows of the table, weighted and summed."""
        if self.is_identity:
            return table
        out = np.zeros((self.rows, table.shape[1]), table.dtype)
        rows = np.repeat(np.arange(self.rows), np.diff(self.indptr))
        np.add.at(out, rows, table[self.indices] * self.data[:, None])
        return out


@dataclass(frozen=True)
class PackedFeatures:
    """Item features as `assembly/layout.ts` draws them packed."""

    packed: np.ndarray
    own: np.ndarray
    shared: np.ndarray


def pack_features(matrix: FeatureMatrix, offsets: dict[str, int]) -> PackedFeatures | None:
    """
    The packed rows, or None where they do not fit: each must have one weight throughout, and but one feature
    (its own, or the first where it has none of its own) that is not among the few that are shared.
    """
    if matrix.is_identity:
        return None
    indptr, indices, data = matrix.indptr, matrix.indices, matrix.data
    counts = np.diff(indptr)
    rows = np.repeat(np.arange(matrix.rows), counts)
    most = offsets["PACKED_MOST"]
    if counts.max(initial=0) > most + 1 or not np.array_equal(data, data[indptr[rows]]):
        return None
    is_own = np.bincount(indices, minlength=matrix.features)[indices] == 1
    places = np.arange(len(indices))
    filled = np.flatnonzero(counts)
    first_own = np.full(matrix.rows, len(indices))
    np.minimum.at(first_own, rows[is_own], places[is_own])
    chosen = np.where(first_own < len(indices), first_own, indptr[:-1])[filled]
    others = np.ones(len(indices), bool)
    others[chosen] = False
    shared = np.unique(indices[others])
    if len(shared) > _MOST_SHARED:
        return None
    own = np.zeros(matrix.rows, np.uint32)
    own[filled] = indices[chosen]
    packed = np.zeros((matrix.rows, offsets["PACKED_BYTES"]), np.uint8)
    packed.view(np.float32)[filled, 0] = data[chosen]
    packed[filled, offsets["PACKED_COUNT"]] = counts[filled] - 1
    place = np.cumsum(others) - 1
    place -= np.concatenate([[0], np.cumsum(others)])[indptr[:-1]][rows]
    number = np.searchsorted(shared, indices[others]) + 1
    packed[rows[others], offsets["PACKED_SHARED"] + place[others]] = number
    return PackedFeatures(packed, own, shared.astype(np.uint32))
