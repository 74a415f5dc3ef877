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
        counts = np.bincount(self.user_rows, minlength=self.users)
        indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
        items = self.item_rows
        # A part lies in this order already, and to sort it in every round takes longer than to learn from it.
        if not self._is_sorted():
            items = items[np.lexsort((items, self.user_rows))]
        return indptr, items.astype(np.uint32)

    def _is_sorted(self) -> bool:
        users, items = self.user_rows, self.item_rows
        return bool(np.all((users[1:] > users[:-1]) | (users[1:] == users[:-1]) & (items[1:] > items[:-1])))
