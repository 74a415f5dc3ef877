import json
from collections.abc import Iterator

import numpy as np

from .files import Folder
from .kernel.feature_table import FeatureTable
from .part import Learnt, Part


class Work:
    """
    The work folder in shared storage: each part's ratings, its users as the last round left them, and the items.

    Every round ends in a checkpoint. Tasks write under the number of their round; the items are written once all parts
    are merged, and only then is the previous round deleted.
    """

    def __init__(self, uri: str) -> None:
        self._folder = Folder(uri)

    def begin(self) -> None:
        self._folder.make()

    def about(self) -> dict | None:
        """What the parts were made from; None until all of them are there."""
        return json.loads(str(self._folder.read("about.npz")["about"])) if "about.npz" in self._folder.names() else None

    def write_about(self, about: dict) -> None:
        self._folder.write("about.npz", about=np.array(json.dumps(about)))

    def write_part(self, part: Part) -> None:
        self._folder.write(
            f"part-{part.number:05}.npz",
            user_ids=part.user_ids.astype(np.str_),
            users=part.users.astype(np.int32),
            items=part.items.astype(np.int32),
            ratings=part.ratings.astype(np.float32),
        )

    def read_part(self, number: int) -> Part:
        return Part(number, **self._folder.read(f"part-{number:05}.npz"))

    def write_learnt(self, number: int, steps: int, learnt: Learnt) -> None:
        """:param steps: rounds that are done with this one"""
        name = f"{steps:08}-{number:05}.npz"
        self._folder.write(f"users-{name}", values=learnt.users.values, sums=learnt.users.sums)
        self._folder.write(f"learnt-{name}", values=learnt.items.values, sums=learnt.items.sums)

    def read_users(self, number: int, steps: int, no_components: int) -> FeatureTable:
        return FeatureTable("user", no_components, **self._folder.read(f"users-{steps:08}-{number:05}.npz"))

    def read_learnt(self, parts: int, steps: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Each part's items after a round, as `merge` takes them."""
        for number in range(parts):
            arrays = self._folder.read(f"learnt-{steps:08}-{number:05}.npz")
            yield arrays["values"], arrays["sums"]

    def write_items(self, steps: int, items: FeatureTable) -> None:
        """Ends a round: from now on, training resumes after it."""
        name = f"items-{steps:08}.npz"
        self._folder.write(name, values=items.values, sums=items.sums)
        for other in self._folder.names():
            kind, _, rest = other.partition("-")
            of_other_round = kind in ("items", "users") and not rest.startswith(f"{steps:08}")
            if of_other_round or kind == "learnt" or other.endswith(".partial"):
                self._folder.delete(other)

    def steps(self) -> int:
        """Rounds that are done."""
        return max((int(name[6:14]) for name in self._folder.names() if name.startswith("items-")), default=0)

    def read_items(self, steps: int, no_components: int) -> FeatureTable:
        return FeatureTable("item", no_components, **self._folder.read(f"items-{steps:08}.npz"))
