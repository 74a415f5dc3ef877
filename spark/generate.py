"""Ratings that nobody gave, as many as are wanted, for measuring at a size that the embedded data have not."""

import numpy as np

RATINGS_OF_A_USER = 150
ITEMS = 10_000
FACTORS = 8
#: Users drawn for at a time.
AT_ONCE = 500


def generate(count: int, seed: int) -> np.ndarray:
    """
    (user, item row, rating) of about `count` ratings. Items are as popular as 1 / rank; a user rates those that are
    popular or to their taste, of eight hidden factors, each item once, and likes those that suit them more than most.
    """
    random = np.random.default_rng([seed, count])
    items = random.standard_normal((ITEMS, FACTORS)).astype(np.float32)
    popularity = -np.log(np.arange(1, ITEMS + 1, dtype=np.float32))
    rated = []
    for first in range(0, count // RATINGS_OF_A_USER, AT_ONCE):
        users = random.standard_normal((AT_ONCE, FACTORS)).astype(np.float32)
        suits = users @ items.T / np.sqrt(FACTORS)
        # The best of Gumbel noise and the logarithms of weights are a draw without replacement by these weights.
        drawn = popularity + 1.5 * suits + random.gumbel(size=suits.shape).astype(np.float32)
        own = np.argpartition(-drawn, RATINGS_OF_A_USER, axis=1)[:, :RATINGS_OF_A_USER]
        likes = np.take_along_axis(suits, own, axis=1) + 0.5 * random.standard_normal(own.shape) > 0.5
        rows = np.repeat(np.arange(first, first + AT_ONCE), RATINGS_OF_A_USER)
        rated.append(np.stack([rows, own.ravel(), np.where(likes, 4, 2).ravel()], axis=1))
    return np.concatenate(rated).astype(np.float64)
