from dataclasses import dataclass

import numpy as np


def row_length(no_components: int) -> int:
    """f32 to a row: the embedding, a column for each side's bias, and padding to a multiple of four."""
    return -(-(no_components + 2) // 4) * 4


def bias_column(side: str, no_components: int) -> int:
    """The column of a side's own bias."""
    return no_components + (side == "item")


def one_column(side: str, no_components: int) -> int:
    """The column that a side's vectors have a one in, which meets the other side's bias."""
    return no_components + (side == "user")


@dataclass
class FeatureTable:
    """The learnt state of one side, float32, features × row_length each; momenta under adadelta alone."""

    side: str
    no_components: int
    values: np.ndarray
    sums: np.ndarray
    momenta: np.ndarray | None = None

    @staticmethod
    def begin(
        side: str, no_components: int, features: int, random: np.random.Generator, schedule: str = "adagrad"
    ) -> "FeatureTable":
        """
        As LightFM begins: embeddings uniform within ±0.5 / no_components, biases 0, sums 1 under adagrad and 0
        under adadelta. Columns that hold no parameter have an infinite sum: they never move.
        """
        shape = (features, row_length(no_components))
        values = np.zeros(shape, np.float32)
        values[:, :no_components] = (random.random((features, no_components)) - 0.5) / no_components
        sums = np.full(shape, np.inf, np.float32)
        adadelta = schedule == "adadelta"
        sums[:, :no_components] = sums[:, bias_column(side, no_components)] = 0 if adadelta else 1
        return FeatureTable(side, no_components, values, sums, np.zeros(shape, np.float32) if adadelta else None)

    @property
    def features(self) -> int:
        return len(self.values)

    def split(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """LightFM's two arrays out of rows in this table's layout: embeddings and biases."""
        return rows[:, : self.no_components], rows[:, bias_column(self.side, self.no_components)]

    def vectors(self, rows: np.ndarray) -> np.ndarray:
        """Rows with a one opposite the other side's bias, so that a product of two includes both biases."""
        vectors = rows.copy()
        vectors[:, one_column(self.side, self.no_components)] = 1
        return vectors
