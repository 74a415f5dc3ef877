"""Generated ratings, for measuring at sizes that the embedded data does not have."""

import numpy as np

RATINGS_OF_A_USER = 150
ITEMS = 10_000
FACTORS = 8
#: Users generated at a time.
AT_ONCE = 500


def generate(count: int, seed: int) -> np.ndarray:
    """
    (user, item row, rating) of about `count` ratings. An item's popularity is 1 / rank. Users have tastes of eight
    hidden factors: they rate items that are popular or to their taste, each once, and like those that suit them best.
    """
    random = np.random.default_rng([seed, count])
    items = random.standard_normal((ITEMS, FACTORS)).astype(np.float32)
    popularity = -np.log(np.arange(1, ITEMS + 1, dtype=np.float32))
    rated = []
    for first in range(0, count // RATINGS_OF_A_USER, AT_ONCE):
        users = random.standard_normal((AT_ONCE, FACTORS)).astype(np.float32)
        suits = users @ items.T / np.sqrt(FACTORS)
        # The highest sums of Gumbel noise and log weights are a draw without replacement by these weights.
        drawn = popularity + 1.5 * suits + random.gumbel(size=suits.shape).astype(np.float32)
        own = np.argpartition(-drawn, RATINGS_OF_A_USER, axis=1)[:, :RATINGS_OF_A_USER]
        likes = np.take_along_axis(suits, own, axis=1) + 0.5 * random.standard_normal(own.shape) > 0.5
        rows = np.repeat(np.arange(first, first + AT_ONCE), RATINGS_OF_A_USER)
        rated.append(np.stack([rows, own.ravel(), np.where(likes, 4, 2).ravel()], axis=1))
    return np.concatenate(rated).astype(np.float64)
