"""Makes everybody's list on Spark: `spark-submit spark/batch.py --help`, or `matinee spark batch`."""

import argparse
import sys
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from matinee_spark.errors import MatineeError
from matinee_spark.job import run
from matinee_spark.lists import LISTS, Ranker
from matinee_spark.model_file import SavedModel
from matinee_spark.work import Work


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "batch.py", description="Makes a list for every user, as Parquet with one row per user."
    )
    parser.add_argument("model", help="an .npz from train.py, als.py, the library or the page")
    parser.add_argument("--out", required=True, help="a new folder for the Parquet files")
    parser.add_argument("--n", type=int, default=50, help="length of each list")
    parser.add_argument("--work", help="train.py's work folder, to read users from instead of the model")
    return parser.parse_args(arguments)


def make_lists(spark: SparkSession, options: argparse.Namespace) -> None:
    """:raises MatineeError: if the model cannot be read or has no users, or the folder is there already."""
    if options.n < 1:
        raise MatineeError("--n must be 1 or more.")
    model = SavedModel.read(options.model)
    ranker = spark.sparkContext.broadcast(Ranker(model.item_ids, model.item_vectors, options.n))
    lists = _of_work(spark, options.work, model, ranker) if options.work else _of_model(spark, model, ranker)
    path = options.out
    hadoop_path = spark._jvm.org.apache.hadoop.fs.Path(path)
    if hadoop_path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(hadoop_path):
        raise MatineeError(f"{path} is there already. Remove it, or give another --out.")
    lists.write.parquet(path)
    print(f"Made the lists of {spark.read.parquet(path).count()} users, {options.n} items each. Saved to {path}.")


def _of_model(spark: SparkSession, model: SavedModel, ranker) -> DataFrame:
    if len(model.user_ids) == 0:
        raise MatineeError("The model holds no users. Give the --work that it was trained in.")
    bounds = model.rated_indptr.astype(np.int32)
    vectors = model.user_vectors.astype(np.float32)
    table = pa.table(
        {
            "user": pa.array(model.user_ids, pa.string()),
            "vector": pa.ListArray.from_arrays(
                np.arange(len(vectors) + 1, dtype=np.int32) * vectors.shape[1], pa.array(vectors.ravel())
            ),
            "rated": pa.ListArray.from_arrays(bounds, pa.array(model.rated_items.astype(np.int32))),
        }
    )

    def rank(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            rated = batch["rated"]
            yield from ranker.value.lists(
                batch["user"].to_numpy(zero_copy_only=False),
                batch["vector"].flatten().to_numpy().reshape(len(batch), -1),
                np.concatenate([[0], np.cumsum(rated.value_lengths().to_numpy())]),
                rated.flatten().to_numpy(),
            )

    parts = spark.sparkContext.defaultParallelism
    return spark.createDataFrame(table).repartition(parts).mapInArrow(rank, LISTS)


def _of_work(spark: SparkSession, work_uri: str, model: SavedModel, ranker) -> DataFrame:
    about, steps = Work(work_uri).about(), Work(work_uri).steps()
    if about is None or steps == 0:
        raise MatineeError(f"{work_uri} holds no training. Give the --work of matinee spark train.")
    parts, no_components = about["parts"], about["hyperparameters"]["no_components"]
    if model.item_vectors.shape[1] != no_components + 2:
        raise MatineeError(
            f"{work_uri} has {no_components} components and the model has others: they do not belong together."
        )

    def rank(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for number in batch["id"].to_pylist():
                part = Work(work_uri).read_part(number)
                users = Work(work_uri).read_users(number, steps, no_components)
                vectors = users.vectors(users.values)[:, : no_components + 2]
                yield from ranker.value.lists(part.user_ids, vectors, part.indptr(), part.items)

    return spark.range(0, parts, 1, parts).mapInArrow(rank, LISTS)


if __name__ == "__main__":
    options = read_arguments(sys.argv[1:])
    sys.exit(run("matinee batch", lambda spark: make_lists(spark, options)))
