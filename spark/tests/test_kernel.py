"""LightFM's own epochs, replayed on the kernels through wasmtime; `test/model/golden.test.ts` does the same on V8."""

import json
from pathlib import Path

import numpy as np
import pytest

from matinee_spark.hyperparameters import Hyperparameters
from matinee_spark.kernel.code import CHECKOUT, KernelCode
from matinee_spark.kernel.feature_table import FeatureTable
from matinee_spark.kernel.features import FeatureMatrix, pack_features
from matinee_spark.kernel.interactions import Interactions
from matinee_spark.kernel.kernel import Kernel
from matinee_spark.kernel.training_memory import TrainingMemory

TOLERANCE = 1e-3
FIXTURES = sorted((CHECKOUT / "test/fixtures/golden").glob("*.json"))
BESIDE = sorted((CHECKOUT.parent / "shared/golden").glob("*.json"))

ARRAYS = (
    ("values", "Embeddings", "Biases"),
    ("sums", "EmbeddingGradients", "BiasGradients"),
    ("momenta", "EmbeddingMomentum", "BiasMomentum"),
)


def matrix(csr: dict) -> FeatureMatrix:
    indptr, indices = (np.array(csr[name], np.int32) for name in ("indptr", "indices"))
    return FeatureMatrix(*csr["shape"], indptr, indices, np.array(csr["data"], np.float32))


def table(side: str, features: int, hyper: Hyperparameters, state: dict) -> FeatureTable:
    made = FeatureTable.begin(side, hyper.no_components, features, np.random.default_rng(0), hyper.learning_schedule)
    for name, embeddings, biases in ARRAYS:
        rows = getattr(made, name)
        if rows is None:
            continue
        into, bias = made.split(rows)
        into[:] = np.array(state[side + embeddings]).reshape(features, -1)
        bias[:] = state[side + biases]
    return made


def deviation(learnt: FeatureTable, state: dict) -> float:
    worst = 0.0
    for name, embeddings, biases in ARRAYS:
        rows = getattr(learnt, name)
        if rows is None:
            continue
        for actual, expected in zip(learnt.split(rows), (embeddings, biases)):
            worst = max(worst, np.abs(actual.ravel() - np.array(state[learnt.side + expected])).max())
    return worst


def replay(path: Path) -> float:
    golden = json.loads(path.read_text())
    given = golden["hyperparameters"]
    names = {
        "noComponents": "no_components",
        "learningSchedule": "learning_schedule",
        "learningRate": "learning_rate",
    }
    names |= {"itemAlpha": "item_alpha", "userAlpha": "user_alpha", "maxSampled": "max_sampled"}
    hyper = Hyperparameters(**{names.get(name, name): value for name, value in given.items()})
    data = golden["interactions"]
    interactions = Interactions(
        *data["shape"],
        np.array(data["userIds"], np.int32),
        np.array(data["itemIds"], np.int32),
        np.array(data["values"], np.float32),
        np.array(data["sampleWeights"], np.float32),
    )
    code = KernelCode.read()
    users, items = matrix(golden["userFeatures"]), matrix(golden["itemFeatures"])
    begun = golden["initialState"]
    memory = TrainingMemory(
        code,
        hyper,
        interactions,
        (users, table("user", users.features, hyper, begun)),
        (items, table("item", items.features, hyper, begun)),
        pack_features(items, code.offsets),
    )
    for epoch in golden["epochs"]:
        memory.arrange(np.array(epoch["shuffle"]))
        memory.begin_epoch(0, epoch["samplerSeed"])
        memory.run(0, memory.length)
    return max(deviation(memory.read(side), golden["finalState"]) for side in ("user", "item"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_golden_epochs(path: Path) -> None:
    assert replay(path) < TOLERANCE


@pytest.mark.skipif(not BESIDE, reason="shared/golden is not beside this checkout")
@pytest.mark.parametrize("path", BESIDE, ids=lambda path: path.stem)
def test_all_golden_epochs(path: Path) -> None:
    assert replay(path) < TOLERANCE


def test_packed_features_give_the_scores_of_plain_ones() -> None:
    """Golden problems have features of any weight, which are not packed; those of films are."""
    random = np.random.default_rng(1)
    users, count, shared = 8, 40, 5
    # Some items have no feature of their own, and one has none at all.
    rows = [([i] if i % 4 else []) + [count + (i + j) % shared for j in range(i % 3)] for i in range(count)]
    indptr = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
    indices = np.array([feature for row in rows for feature in row], np.int32)
    items = FeatureMatrix(count, count + shared, indptr, indices, np.ones(len(indices), np.float32))
    pairs = random.permutation(users * count)[:80]
    interactions = Interactions(users, count, pairs // count, pairs % count, np.ones(80, np.float32))
    hyper = Hyperparameters(no_components=6, max_sampled=5)
    code = KernelCode.read()
    packed = pack_features(items, code.offsets)
    assert packed is not None
    learnt = []
    for rows_of_items in (packed, None):
        begun = [
            FeatureTable.begin(side, 6, n, np.random.default_rng(n)) for side, n in (("user", users), ("item", 45))
        ]
        memory = TrainingMemory(
            code,
            hyper,
            interactions,
            (FeatureMatrix(users, users), begun[0]),
            (items, begun[1]),
            rows_of_items,
        )
        memory.begin_epoch(3, 5)
        memory.run(0, memory.length)
        learnt.append(memory.read("item").values)
    assert np.abs(learnt[0] - learnt[1]).max() < 1e-4
    assert np.abs(learnt[0] - begun[1].values).max() > 0.01


def test_memory_beyond_two_gibibytes_is_addressed() -> None:
    kernel = Kernel(KernelCode.read(), 3 * 2**30)
    pointer = 3 * 2**30 - 64
    kernel.view(pointer, 16, np.float32)[:] = 1
    assert kernel.run("allFinite", pointer, 64) == 1
    kernel.view(pointer, 16, np.float32)[3] = np.inf
    assert kernel.run("allFinite", pointer, 64) == 0


def test_items_of_a_user_are_ascending_in_whatever_order_they_came():
    in_order = (np.array([0, 0, 2, 2, 2]), np.array([1, 3, 0, 2, 4]))
    for order in ([0, 1, 2, 3, 4], [4, 0, 2, 1, 3], [1, 0, 2, 3, 4]):
        users, items = (rows[order] for rows in in_order)
        indptr, indices = Interactions(3, 5, users, items, np.ones(5)).rows()
        assert indptr.tolist() == [0, 2, 2, 5]
        assert indices.tolist() == [1, 3, 0, 2, 4]
