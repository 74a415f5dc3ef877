import numpy as np
import pytest
from matinee_spark.catalogue import Catalogue
from matinee_spark.hyperparameters import Hyperparameters
from matinee_spark.merge import merge
from matinee_spark.part import Course, learn
from measure import part_of

ITEMS = 2000


def shrunk_to(parts: int) -> float:
    """The share that a round leaves of items which nobody likes and no part draws."""
    features = Catalogue.of([str(item) for item in range(ITEMS)], {}).features
    course = Course.of(Hyperparameters(seed=1, item_alpha=1e-2), features, 3, parts, 1)
    ratings = np.array([(user, item, 5) for user in range(40) for item in range(user % 4, 40, 4)], float)
    before = course.begin_items()
    learnt = [
        learn(course, part, course.begin_users(part), before, 0)
        for part in (part_of(ratings, number, parts) for number in range(parts))
    ]
    after = merge(before, [(part.items.values, part.items.sums) for part in learnt])
    untouched = (after.sums == before.sums) & np.isfinite(before.sums) & (before.values != 0)
    assert untouched.sum() > 100
    return float(np.median(after.values[untouched] / before.values[untouched]))


def test_items_shrink_as_much_in_parts_as_in_one():
    one = shrunk_to(1)
    assert one < 0.95
    for parts in (4, 8):
        assert abs(shrunk_to(parts) - one) < 0.1 * (1 - one)


def test_an_epoch_of_many_likes_takes_no_more_by_penalties():
    few, many = Hyperparameters.recommended(82_000, seed=3), Hyperparameters.recommended(6_000_000)
    assert few == Hyperparameters(seed=3)
    assert (many.item_alpha, many.user_alpha) == pytest.approx((5e-6, 2e-5))
