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
        """Each row's representation: its features' rows of the table, weighted and summed."""
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
    #: The feature of each row that is its own; behind the last feature, where zeros are, if it has none.
    own: np.ndarray
    #: The features that rows share, as the packed rows number them from 1.
    shared: np.ndarray

    @property
    def copies(self) -> int:
        """Rows of the items' tables for copies of the shared features: one of zeros before them, and all in fours."""
        return -(-(1 + len(self.shared)) // 4) * 4


def pack_features(matrix: FeatureMatrix, offsets: dict[str, int]) -> PackedFeatures | None:
    """
    The packed rows, or None where they do not fit: the features of each must weigh the same, and at most one of
    them must be its own, while all others are among the few that are shared.
    """
    if matrix.is_identity:
        return None
    indptr, indices, data = matrix.indptr, matrix.indices, matrix.data
    counts = np.diff(indptr)
    rows = np.repeat(np.arange(matrix.rows), counts)
    most = offsets["PACKED_MOST"]
    if not np.array_equal(data, data[indptr[rows]]):
        return None
    is_own = np.bincount(indices, minlength=matrix.features)[indices] == 1
    first_own = np.full(matrix.rows, len(indices))
    np.minimum.at(first_own, rows[is_own], np.flatnonzero(is_own))
    with_own = np.flatnonzero(first_own < len(indices))
    others = np.ones(len(indices), bool)
    others[first_own[with_own]] = False
    shared = np.unique(indices[others])
    sharing = np.bincount(rows[others], minlength=matrix.rows)
    if len(shared) > _MOST_SHARED or sharing.max(initial=0) > most:
        return None
    own = np.full(matrix.rows, matrix.features, np.uint32)
    own[with_own] = indices[first_own[with_own]]
    packed = np.zeros((matrix.rows, offsets["PACKED_BYTES"]), np.uint8)
    filled = np.flatnonzero(counts)
    packed.view(np.float32)[filled, 0] = data[indptr[filled]]
    packed[:, offsets["PACKED_COUNT"]] = sharing
    place = np.cumsum(others) - 1
    place -= np.concatenate([[0], np.cumsum(others)])[indptr[:-1]][rows]
    number = np.searchsorted(shared, indices[others]) + 1
    packed[rows[others], offsets["PACKED_SHARED"] + place[others]] = number
    return PackedFeatures(packed, own, shared.astype(np.uint32))
