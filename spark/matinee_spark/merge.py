from collections.abc import Iterable

import numpy as np

from .kernel.feature_table import FeatureTable


def merge(table: FeatureTable, learnt: Iterable[tuple[np.ndarray, np.ndarray]]) -> FeatureTable:
    """
    The parts' items as one table: the sum of their changes, scaled as if Adagrad had known all gradients.

    A part steps with rates that fall with its own gradients only, so a plain sum of changes steps too far. With
    G the sum of squared gradients before, ΔG what a part added and c the number of parts that touched a value,
    `v += ΣΔv · sqrt((G + ΣΔG / c) / (G + ΣΔG))` and `G += ΣΔG`.

    :param learnt: each part's final values and sums, one part in memory at a time
    """
    # Columns that hold no parameter have an infinite sum; they stay.
    moves = np.isfinite(table.sums)
    before = np.where(moves, table.sums, 1).astype(np.float64)
    change = np.zeros(table.values.shape)
    gained = np.zeros(table.values.shape)
    touched = np.zeros(table.values.shape)
    for values, sums in learnt:
        change += values - table.values
        gain = np.where(moves, sums, 1) - before
        gained += gain
        touched += gain > 0
    scale = np.sqrt((before + gained / np.maximum(touched, 1)) / (before + gained))
    values = (table.values + change * scale).astype(np.float32)
    sums = np.where(moves, before + gained, np.inf).astype(np.float32)
    return FeatureTable(table.side, table.no_components, values, sums)
