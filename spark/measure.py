"""
Held-out figures of training in parts, on the embedded data or on generated ratings: `python spark/measure.py --help`.

Parts learn one after the other in this process, through the same functions that Spark's tasks run: Spark only moves
bytes, so the result is the same. With one part, a merge changes nothing: that is training on one thread.
"""

import argparse
import csv

import numpy as np

from generate import ITEMS, generate
from matinee_spark.catalogue import Catalogue
from matinee_spark.hyperparameters import Hyperparameters
from matinee_spark.kernel.code import CHECKOUT
from matinee_spark.kernel.feature_table import FeatureTable
from matinee_spark.merge import merge
from matinee_spark.part import Course, Part, learn

DATA = CHECKOUT / "public/data/ml-latest-small"
LIKED_FROM = 3
#: Users who are evaluated, if there are more.
EVALUATED = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description="Held-out figures of training in parts.")
    parser.add_argument("--parts", type=int, nargs="+", default=[1, 4, 8])
    parser.add_argument("--rounds", type=int, nargs="+", default=[1])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument(
        "--generated", type=int, metavar="N", help="on N generated ratings instead of the embedded data"
    )
    options = parser.parse_args()
    if options.generated:
        catalogue = Catalogue.of([str(item) for item in range(ITEMS)], {})
        ratings = generate(options.generated, options.seeds[0])
    else:
        catalogue, ratings = embedded()
    for rounds in options.rounds:
        for parts in options.parts:
            figures = []
            for seed in options.seeds:
                train, test = split(ratings, seed)
                hyper = Hyperparameters.recommended(int((train[:, 2] >= LIKED_FROM).sum()), seed=seed)
                course = Course.of(hyper, catalogue.features, LIKED_FROM, parts, rounds)
                users, items = train_in_parts(course, train, options.epochs)
                train, test = (some(part, sorted(users)[:EVALUATED]) for part in (train, test))
                figures.append(evaluate(score(course, users, items, np.unique(test[:, 0])), train, test))
                print(
                    f"parts {parts}, rounds {rounds}, seed {seed}: AUC {figures[-1][0]:.4f}, "
                    f"precision at 10 {figures[-1][1]:.4f}",
                    flush=True,
                )
            auc, precision = np.mean(figures, axis=0)
            print(f"parts {parts}, rounds {rounds}, mean: AUC {auc:.4f}, precision at 10 {precision:.4f}", flush=True)


def embedded() -> tuple[Catalogue, np.ndarray]:
    """The catalogue, and (user, item row, rating) of the first 90% by time."""
    with open(DATA / "movies.csv", encoding="utf-8") as file:
        described = {row["movieId"]: (row["title"], row["genres"]) for row in csv.DictReader(file)}
    table = np.loadtxt(DATA / "ratings.csv", delimiter=",", skiprows=1)
    item_ids = [str(int(item)) for item in np.unique(table[:, 1])]
    catalogue = Catalogue.of(item_ids, described)
    table[:, 1] = np.searchsorted([int(item) for item in catalogue.ids], table[:, 1])
    earlier = np.argsort(table[:, 3], kind="stable")[: round(0.9 * len(table))]
    return catalogue, table[earlier, :3]


def split(ratings: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A random 30% held out."""
    order = np.random.default_rng(seed).permutation(len(ratings))
    cut = round(0.7 * len(ratings))
    return ratings[order[:cut]], ratings[order[cut:]]


def train_in_parts(course: Course, ratings: np.ndarray, epochs: int) -> tuple[dict[int, np.ndarray], FeatureTable]:
    """Vectors of the users by id, and the items' table."""
    parts = [part_of(ratings, number, course.parts) for number in range(course.parts)]
    users = [course.begin_users(part) for part in parts]
    items = course.begin_items()
    for step in range(epochs * course.rounds):
        learnt = [learn(course, part, own, items, step) for part, own in zip(parts, users)]
        users = [part.users for part in learnt]
        items = merge(items, [(part.items.values, part.items.sums) for part in learnt])
    vectors = {}
    for part, table in zip(parts, users):
        vectors |= dict(zip(part.user_ids, table.vectors(table.values)))
    return vectors, items


def part_of(ratings: np.ndarray, number: int, parts: int) -> Part:
    # Neighbouring ids go to different parts, as with a hash.
    own = ratings[ratings[:, 0] % parts == number]
    own = own[np.lexsort((own[:, 1], own[:, 0]))]
    ids, rows = np.unique(own[:, 0].astype(np.int64), return_inverse=True)
    return Part(number, ids, rows, own[:, 1].astype(np.int64), own[:, 2].astype(np.float32))


def some(ratings: np.ndarray, users: list[int]) -> np.ndarray:
    return ratings[np.isin(ratings[:, 0], users)]


def score(
    course: Course, users: dict[int, np.ndarray], items: FeatureTable, evaluated: np.ndarray
) -> dict[int, np.ndarray]:
    vectors = items.vectors(course.item_features.represent(items.values))
    return {user: vectors @ users[user] for user in evaluated.astype(int) if user in users}


def evaluate(scores: dict[int, np.ndarray], train: np.ndarray, test: np.ndarray) -> tuple[float, float]:
    """Mean AUC and precision at 10 over the users who have likes in both parts; items of training are left out."""
    areas, precisions = [], []
    for user in np.unique(test[:, 0]).astype(int):
        liked = test[(test[:, 0] == user) & (test[:, 2] >= LIKED_FROM), 1].astype(int)
        if len(liked) == 0 or user not in scores:
            continue
        candidates = np.ones(len(scores[user]), bool)
        candidates[train[train[:, 0] == user, 1].astype(int)] = False
        is_liked = np.zeros(len(candidates), bool)
        is_liked[liked] = True
        order = np.argsort(-scores[user][candidates], kind="stable")
        hits = is_liked[candidates][order]
        ranks = np.flatnonzero(hits)
        areas.append(1 - np.mean((ranks - np.arange(len(ranks))) / (len(hits) - len(ranks))))
        precisions.append(hits[:10].mean())
    return float(np.mean(areas)), float(np.mean(precisions))


if __name__ == "__main__":
    main()
