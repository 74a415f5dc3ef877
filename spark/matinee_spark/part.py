from dataclasses import dataclass, replace

import numpy as np

from .hyperparameters import Hyperparameters
from .kernel.code import KernelCode
from .kernel.feature_table import FeatureTable
from .kernel.features import FeatureMatrix, PackedFeatures, pack_features
from .kernel.interactions import Interactions
from .kernel.training_memory import TrainingMemory

# Initial values, shuffles and draws have streams of random numbers of their own.
_BEGIN, _SHUFFLE, _DRAW = range(3)


@dataclass(frozen=True)
class Part:
    """Some of the users with all of their ratings, sorted by user; each pair once."""

    number: int
    user_ids: np.ndarray
    #: Rows of this part's users and of all items, and ratings.
    users: np.ndarray
    items: np.ndarray
    ratings: np.ndarray

    def indptr(self) -> np.ndarray:
        """Where each user's ratings begin, and the last one's end."""
        counts = np.bincount(self.users, minlength=len(self.user_ids))
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)

    def interactions(self, item_count: int, liked_from: float) -> Interactions:
        values = np.where(self.ratings >= liked_from, 1, -1).astype(np.float32)
        return Interactions(len(self.user_ids), item_count, self.users, self.items, values)


@dataclass(frozen=True)
class Course:
    """Everything that training depends on besides the ratings; the same for every part."""

    code: KernelCode
    hyper: Hyperparameters
    item_features: FeatureMatrix
    packed: PackedFeatures | None
    liked_from: float
    parts: int
    #: Merges in an epoch.
    rounds: int

    @staticmethod
    def of(
        hyper: Hyperparameters, item_features: FeatureMatrix, liked_from: float, parts: int, rounds: int
    ) -> "Course":
        code = KernelCode.read()
        return Course(code, hyper, item_features, pack_features(item_features, code.offsets), liked_from, parts, rounds)

    def begin_items(self) -> FeatureTable:
        random = np.random.default_rng([self.hyper.seed, _BEGIN])
        return FeatureTable.begin("item", self.hyper.no_components, self.item_features.features, random)

    def begin_users(self, part: Part) -> FeatureTable:
        random = np.random.default_rng([self.hyper.seed, _BEGIN, 1 + part.number])
        return FeatureTable.begin("user", self.hyper.no_components, len(part.user_ids), random)


@dataclass(frozen=True)
class Learnt:
    """A part's users and items after a round."""

    users: FeatureTable
    items: FeatureTable
    #: The loss, summed over the interactions learnt from, and their number.
    loss: float
    interactions: int


def learn(course: Course, part: Part, users: FeatureTable, items: FeatureTable, step: int) -> Learnt:
    """
    Learns one round's share of an epoch. The result depends on the arguments alone, so a retried task gives the same.

    :param step: rounds before this one, over all epochs
    :raises MatineeError: if the part is too large for WebAssembly
    """
    epoch, round_ = divmod(step, course.rounds)
    hyper = course.hyper
    # Lazy regularisation applies a share of the penalty at each step, and a part takes only its own users' steps. A
    # user's row is in one part, so its penalty is multiplied; items' changes and penalties are summed over the parts.
    penalised = replace(hyper, user_alpha=hyper.user_alpha * course.parts)
    features = course.item_features
    memory = TrainingMemory(
        course.code,
        penalised,
        part.interactions(features.rows, course.liked_from),
        (FeatureMatrix(len(part.user_ids), len(part.user_ids)), users),
        (features, items),
        course.packed,
    )
    shuffle = np.random.default_rng([hyper.seed, _SHUFFLE, epoch, part.number]).integers(1, 2**63)
    sampler = np.random.default_rng([hyper.seed, _DRAW, step, part.number]).integers(2**31)
    memory.begin_epoch(int(shuffle), int(sampler))
    start, stop = (memory.length * of // course.rounds for of in (round_, round_ + 1))
    loss, interactions = memory.run(start, stop)
    return Learnt(memory.read("user"), memory.read("item"), loss, interactions)
