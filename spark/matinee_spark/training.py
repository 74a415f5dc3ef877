from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pyspark import TaskContext
from pyspark.sql import SparkSession

from .errors import MatineeError
from .kernel.feature_table import FeatureTable
from .merge import merge
from .part import Course, learn
from .prepare import check_numbers
from .work import Work


@dataclass(frozen=True)
class _Report:
    number: int
    loss: float = 0
    interactions: int = 0
    error: str | None = None


def train(
    spark: SparkSession, work_uri: str, course: Course, epochs: int, on_round: Callable[[int, float], None]
) -> FeatureTable:
    """
    Trains up to `epochs`, from the last checkpoint. Returns the items' table; users are in the work folder.

    :param on_round: called after each round with the number of rounds done and the mean loss of the last
    :raises MatineeError: if a part is too large for WebAssembly, or training becomes unstable
    """
    context = spark.sparkContext
    work = Work(work_uri)
    no_components = course.hyper.no_components
    steps = work.steps()
    items = work.read_items(steps, no_components) if steps else course.begin_items()
    sent_course = context.broadcast(course)
    while steps < epochs * course.rounds:
        sent_items = context.broadcast(items)
        task = _Task(work_uri, sent_course, sent_items, steps)
        reports = context.parallelize(range(course.parts), course.parts).map(task).collect()
        sent_items.destroy()
        for report in reports:
            if report.error:
                raise MatineeError(report.error)
        check_numbers([report.number for report in reports], course.parts)
        steps += 1
        items = merge(items, work.read_learnt(course.parts, steps))
        if not np.isfinite(items.values).all():
            raise MatineeError(
                f"Training became unstable at learning rate {course.hyper.learning_rate:g} in round {steps}: "
                "use a lower --learning-rate, and another --work."
            )
        work.write_items(steps, items)
        learnt = sum(report.interactions for report in reports)
        on_round(steps, sum(report.loss for report in reports) / max(1, learnt))
    return items


class _Task:
    """One part's share of a round; if Spark retries a task, the result is the same to the bit."""

    def __init__(self, work_uri: str, course, items, steps: int) -> None:
        self._work_uri = work_uri
        self._course = course
        self._items = items
        self._steps = steps

    def __call__(self, number: int) -> _Report:
        if TaskContext.get().partitionId() != number:
            raise RuntimeError(f"Task {TaskContext.get().partitionId()} was given part {number}.")
        work = Work(self._work_uri)
        course: Course = self._course.value
        part = work.read_part(number)
        users = (
            work.read_users(number, self._steps, course.hyper.no_components)
            if self._steps
            else course.begin_users(part)
        )
        try:
            learnt = learn(course, part, users, self._items.value, self._steps)
        except MatineeError as error:
            return _Report(number, error=str(error))
        work.write_learnt(number, self._steps + 1, learnt)
        return _Report(number, learnt.loss, learnt.interactions)
