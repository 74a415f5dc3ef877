"""Trains by Spark's own ALS and writes Matinee's model: `spark-submit spark/als.py --help`, or `matinee spark als`."""

import argparse
import sys

import numpy as np
import pyarrow as pa
from pyspark.ml.recommendation import ALS
from pyspark.sql import DataFrame, SparkSession

from matinee_spark.hyperparameters import Hyperparameters
from matinee_spark.job import run
from matinee_spark.kernel.feature_table import FeatureTable
from matinee_spark.model_file import RatedUsers, write_model
from matinee_spark.prepare import part_of
from matinee_spark.tables import add_table_arguments, read_ratings


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "als.py", description="Trains a model on likes with Spark's own alternating least squares."
    )
    add_table_arguments(parser)
    parser.add_argument("--out", required=True, help="where to save the model, an .npz")
    parser.add_argument("--components", type=int, default=32)
    parser.add_argument("--iterations", type=int, default=10)
    parser.add_argument("--alpha", type=float, default=1.0, help="how much more certain a like is than its absence")
    parser.add_argument("--penalty", type=float, default=0.1, help="regParam in ALS")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


def train_als(spark: SparkSession, options: argparse.Namespace) -> None:
    """Ratings and model must fit the driver, as the model's file holds both."""
    ratings = read_ratings(spark, options)
    catalogue = ratings.catalogue
    part = part_of(ratings.table.toArrow(), catalogue.ids, 0)
    liked = part.ratings >= ratings.liked_from
    likes = pa.table({"user": part.users[liked], "item": part.items[liked], "rating": np.ones(liked.sum(), np.float32)})
    als = ALS(
        rank=options.components,
        maxIter=options.iterations,
        implicitPrefs=True,
        alpha=options.alpha,
        regParam=options.penalty,
        seed=options.seed,
        userCol="user",
        itemCol="item",
        ratingCol="rating",
    )
    model = als.fit(spark.createDataFrame(likes))
    # ALS knows no features: each item has only its own, and labels are left out.
    items = _table("item", options.components, len(catalogue.ids), model.itemFactors)
    users = _table("user", options.components, len(part.user_ids), model.userFactors)
    hyper = Hyperparameters(no_components=options.components, seed=options.seed)
    write_model(
        options.out,
        hyper,
        0,
        catalogue.without_labels(),
        items,
        RatedUsers.of(part, users),
        ratings.liked_from,
        ratings.count,
    )
    print(f"Learnt from {ratings.count} ratings of {len(catalogue.ids)} items by ALS. Saved to {options.out}.")


def _table(side: str, components: int, rows: int, factors: DataFrame) -> FeatureTable:
    """Rows without a like have no factors: they are zeros."""
    table = FeatureTable.begin(side, components, rows, np.random.default_rng(0))
    table.values[:] = 0
    found = factors.toArrow().combine_chunks()
    vectors = found["features"].combine_chunks().flatten().to_numpy().reshape(len(found), components)
    table.values[found["id"].to_numpy(), :components] = vectors
    return table


if __name__ == "__main__":
    options = read_arguments(sys.argv[1:])
    sys.exit(run("matinee als", lambda spark: train_als(spark, options)))
