"""Trains a model on Spark: `spark-submit spark/train.py --help`, or `matinee spark train`."""

import argparse
import sys
import time
import zlib
from dataclasses import asdict

from pyspark.sql import SparkSession

from matinee_spark.errors import MatineeError
from matinee_spark.hyperparameters import LOSSES, Hyperparameters
from matinee_spark.job import run, tell
from matinee_spark.model_file import MOST_BYTES, RatedUsers, write_model
from matinee_spark.part import Course
from matinee_spark.prepare import write_parts
from matinee_spark.tables import Ratings, add_table_arguments, read_ratings
from matinee_spark.training import train
from matinee_spark.work import Work


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    defaults = Hyperparameters()
    parser = argparse.ArgumentParser("train.py", description="Trains a model on a table of ratings, on Spark.")
    add_table_arguments(parser)
    parser.add_argument("--out", required=True, help="where to save the model, an .npz")
    parser.add_argument(
        "--work", required=True, help="a folder that all workers can reach, for parts, users and checkpoints"
    )
    parser.add_argument(
        "--parts", type=_whole, help="number of parts to divide users into, one per task; default: the number of cores"
    )
    parser.add_argument(
        "--rounds", type=_whole, default=8, help="merges per epoch; fewer are faster but give a less accurate model"
    )
    parser.add_argument("--epochs", type=_whole, default=30)
    parser.add_argument("--components", type=_whole, default=defaults.no_components)
    parser.add_argument("--loss", choices=LOSSES, default=defaults.loss)
    parser.add_argument("--learning-rate", type=float, default=defaults.learning_rate)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--resume", action="store_true", help="continue from the checkpoint in --work")
    return parser.parse_args(arguments)


def _whole(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError("it must be a whole number above 0")
    return int(text)


def train_model(spark: SparkSession, options: argparse.Namespace, most_bytes: int = MOST_BYTES) -> None:
    """:param most_bytes: a larger model is written without its users"""
    began = time.monotonic()
    ratings = read_ratings(spark, options)
    catalogue = ratings.catalogue
    parts = options.parts or spark.sparkContext.defaultParallelism
    hyper = Hyperparameters.recommended(
        ratings.likes(),
        no_components=options.components,
        loss=options.loss,
        learning_rate=options.learning_rate,
        seed=options.seed,
    )
    course = Course.of(hyper, catalogue.features, ratings.liked_from, parts, options.rounds)
    work = Work(options.work)
    _prepare(work, ratings, course, options)

    def on_round(steps: int, mean_loss: float) -> None:
        if steps % options.rounds == 0:
            seconds = time.monotonic() - began
            tell(f"Epoch {steps // options.rounds} of {options.epochs}: mean loss {mean_loss:.4f}, {seconds:.0f} s")

    items = train(spark, options.work, course, options.epochs, on_round)
    steps = work.steps()
    users = _gather(work, course, steps, most_bytes)
    epochs = steps // options.rounds
    write_model(options.out, hyper, epochs, catalogue, items, users, ratings.liked_from, ratings.count)
    print(
        f"Learnt from {ratings.count} ratings of {len(catalogue.ids)} items in {time.monotonic() - began:.0f} s "
        f"({epochs} epochs, {parts} parts). Saved to {options.out}."
    )
    if ratings.skipped:
        print(f"{ratings.skipped} rows could not be read and were left out.")


def _prepare(work: Work, ratings: Ratings, course: Course, options: argparse.Namespace) -> None:
    """Writes the parts, or makes sure that those in the work folder are of the same ratings and settings."""
    about = {
        "hyperparameters": asdict(course.hyper),
        "parts": course.parts,
        "rounds": course.rounds,
        "liked_from": course.liked_from,
        "ratings": ratings.count,
        "items": zlib.crc32("\n".join([*ratings.catalogue.ids, *ratings.catalogue.labels]).encode()),
    }
    before = work.about()
    if options.resume:
        if before is None:
            raise MatineeError(f"There is no checkpoint in {options.work} to resume from. Leave --resume out.")
        for name, value in about.items():
            if before[name] != value:
                raise MatineeError(
                    f"{options.work} was begun with other {name} ({before[name]}, not {value}). "
                    "Give the same tables and options, or another --work."
                )
        return
    if before is not None:
        raise MatineeError(f"{options.work} holds a training already. Add --resume to go on, or give another --work.")
    work.begin()
    write_parts(ratings.table, ratings.catalogue.ids, course.parts, options.work)
    work.write_about(about)


def _gather(work: Work, course: Course, steps: int, most_bytes: int) -> RatedUsers:
    """All users as the last round left them; none where the library could not open a file with all of them."""
    gathered: list[RatedUsers] = []
    total = 0
    for number in range(course.parts):
        table = work.read_users(number, steps, course.hyper.no_components)
        users = RatedUsers.of(work.read_part(number), table)
        total += users.saved_bytes()
        if total > most_bytes:
            tell(
                "With its users the model would be larger than the library opens, so it is written without: it folds "
                "everybody in. For lists, give batch the same --work."
            )
            return users.none()
        gathered.append(users)
    return RatedUsers.joined(gathered)


if __name__ == "__main__":
    options = read_arguments(sys.argv[1:])
    sys.exit(run("matinee train", lambda spark: train_model(spark, options)))
