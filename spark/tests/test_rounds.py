from matinee_spark.rounds import RATINGS_A_ROUND, rounds_for


def test_parts_are_merged_before_any_has_learnt_too_much():
    assert rounds_for(100_000, 4) == 8
    for ratings, parts in ((7_000_000, 8), (7_000_001, 4), (32_000_204, 64)):
        rounds = rounds_for(ratings, parts)
        assert ratings / parts / rounds <= RATINGS_A_ROUND < ratings / parts / (rounds - 1)
