from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Interactions:
    """Who did what: one entry to a pair; a value above 0 is a like. Weights are None where all are one."""

    users: int
    items: int
    user_rows: np.ndarray
    item_rows: np.ndarray
    values: np.ndarray
    weights: np.ndarray | None = None

    def rows(self) -> tuple[np.ndarray, np.ndarray]:
        """Each user's items, ascending, as the indptr and indices of a CSR matrix."""
        order = np.lexsort((self.item_rows, self.user_rows))
        counts = np.bincount(self.user_rows, minlength=self.users)
        indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
        return indptr, self.item_rows[order].astype(np.uint32)
