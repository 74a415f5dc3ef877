"""How often an epoch's parts are merged."""

#: What a part may learn from before it hears of the others: with three to seven times as many, ten million ratings gave a
#: model that is less accurate than one thread's beyond the noise (docs/spark.md).
RATINGS_A_ROUND = 30_000
_LEAST = 8


def rounds_for(ratings: int, parts: int) -> int:
    """Merges per epoch, at least 8."""
    return max(_LEAST, -(-ratings // (parts * RATINGS_A_ROUND)))
