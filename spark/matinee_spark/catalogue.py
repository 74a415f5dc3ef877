import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .kernel.features import FeatureMatrix
from .titles import plain_title

_DATED = re.compile(r"\((\d{4})(?:\s?[-–—]\s?(?:\d{4})?\s?)?\)\s*$")
# A year of at least this share of the dated items is a label of its own; others count as their decade
# (`src/dataset/periods.ts`).
_OWN_YEAR_FROM = 0.01
_NO_LABELS = {"", "(no genres listed)"}


@dataclass(frozen=True)
class Catalogue:
    """The items in the order of the model's rows."""

    ids: list[str]
    titles: list[str]
    #: Names of the columns of `features` behind the items' own.
    labels: list[str]
    features: FeatureMatrix

    @staticmethod
    def of(ids: Sequence[str], described: dict[str, tuple[str, str]]) -> "Catalogue":
        """
        Items with their features: each its own, its labels, and the year or decade that its title ends in.

        :param described: title and labels (with a | between two) by id; an id that is missing stands for itself
        """
        ids = sorted(ids, key=_in_order)
        titles = [plain_title(described[id_][0]) if id_ in described else id_ for id_ in ids]
        labelled = [described.get(id_, ("", ""))[1].split("|") for id_ in ids]
        rows = [
            list(dict.fromkeys(label.strip() for label in labels if label.strip() not in _NO_LABELS))
            + ([period] if period else [])
            for labels, period in zip(labelled, _periods(titles))
        ]
        names = list(dict.fromkeys(label for row in rows for label in row))
        column = {label: len(ids) + i for i, label in enumerate(names)}
        entries = [[row, *(column[label] for label in labels)] for row, labels in enumerate(rows)]
        indptr = np.concatenate([[0], np.cumsum([len(row) for row in entries])]).astype(np.int32)
        indices = np.array([feature for row in entries for feature in row], np.int32)
        data = np.ones(len(indices), np.float32)
        return Catalogue(ids, titles, names, FeatureMatrix(len(ids), len(ids) + len(names), indptr, indices, data))

    def without_labels(self) -> "Catalogue":
        """The same items with no features but their own."""
        return replace(self, labels=[], features=FeatureMatrix(len(self.ids), len(self.ids)))


def _in_order(id_: str) -> tuple[bool, int, str]:
    """Numbers by size, before all others."""
    return (False, int(id_), id_) if id_.isdecimal() else (True, 0, id_)


def _periods(titles: list[str]) -> list[str | None]:
    found = [_DATED.search(title) for title in titles]
    years = [int(match[1]) if match else None for match in found]
    counts = Counter(year for year in years if year is not None)
    dated = counts.total()
    return [
        None if year is None else f"of {year}" if counts[year] >= _OWN_YEAR_FROM * dated else f"of the {year // 10}0s"
        for year in years
    ]
