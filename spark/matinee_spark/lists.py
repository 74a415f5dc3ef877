from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

# Users scored at a time: at 100,000 items their scores take 100 MB.
_AT_A_TIME = 256

LISTS = "user_id string, items array<string>, scores array<float>"


@dataclass(frozen=True)
class Ranker:
    """Makes lists with NumPy, which ranks twice as many users a second as the kernel does inside Spark."""

    item_ids: np.ndarray
    item_vectors: np.ndarray
    n: int

    def lists(
        self, user_ids: np.ndarray, vectors: np.ndarray, indptr: np.ndarray, rated: np.ndarray
    ) -> Iterator[pa.RecordBatch]:
        """
        The best items of each user, best first, without those that the user has rated.

        :param indptr: and `rated`, what each user rated as the parts of a CSR matrix
        """
        names = pa.array(self.item_ids, pa.string())
        for start in range(0, len(user_ids), _AT_A_TIME):
            stop = min(start + _AT_A_TIME, len(user_ids))
            scores = vectors[start:stop] @ self.item_vectors.T
            counts = np.diff(indptr[start : stop + 1])
            own = rated[indptr[start] : indptr[stop]]
            scores[np.repeat(np.arange(stop - start), counts), own] = -np.inf
            n = min(self.n, scores.shape[1])
            best = np.argpartition(-scores, n - 1, axis=1)[:, :n]
            best_scores = np.take_along_axis(scores, best, axis=1)
            # Of equal scores, the lower row comes first, as in `matinee batch`.
            order = np.lexsort((best, -best_scores))
            best, best_scores = (np.take_along_axis(rows, order, axis=1) for rows in (best, best_scores))
            stays = np.isfinite(best_scores)
            ends = np.concatenate([[0], np.cumsum(stays.sum(axis=1))]).astype(np.int32)
            yield pa.RecordBatch.from_arrays(
                [
                    pa.array(user_ids[start:stop], pa.string()),
                    pa.ListArray.from_arrays(ends, names.take(pa.array(best[stays]))),
                    pa.ListArray.from_arrays(ends, pa.array(best_scores[stays], pa.float32())),
                ],
                ["user_id", "items", "scores"],
            )
