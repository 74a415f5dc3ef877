"""Tables as Spark reads them: CSV with a header, or Parquet."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .catalogue import Catalogue
from .errors import MatineeError

# Ends of the scales that people rate on (`src/dataset/reading/likes.ts`).
_SCALES = (1, 2, 5, 10, 20, 100)


def add_table_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ratings", help="who rated what: CSV with a header, or Parquet; a file, folder or pattern")
    parser.add_argument("items", nargs="?", help="titles and labels of the items, likewise")
    parser.add_argument("--user-column", default="userId")
    parser.add_argument("--item-column", default="movieId")
    parser.add_argument("--rating-column", default="rating")
    parser.add_argument("--time-column", default="timestamp", help="if an item is rated twice, the later rating counts")
    parser.add_argument("--title-column", default="title")
    parser.add_argument("--labels-column", default="genres", help="labels of an item, separated by |")
    parser.add_argument(
        "--liked-from", type=float, help="lowest rating that counts as a like; default: depends on the scale"
    )


@dataclass(frozen=True)
class Ratings:
    """Columns user, item (both text), rating and time (both double), without rows that miss one."""

    table: DataFrame
    count: int
    skipped: int
    liked_from: float
    catalogue: Catalogue

    def likes(self) -> int:
        """How many of the ratings are likes."""
        return self.table.filter(F.col("rating") >= self.liked_from).count()


def read_ratings(spark: SparkSession, options: Namespace) -> Ratings:
    """:raises MatineeError: that names the file and the column where something is missing."""
    table = _read(spark, options.ratings)
    names = [options.user_column, options.item_column, options.rating_column]
    for name, option in zip(names, ("--user-column", "--item-column", "--rating-column")):
        _check_column(options.ratings, table, name, option)
    user, item, rating = (F.col(f"`{name}`") for name in names)
    # Text that is not a number becomes null, and is counted below.
    time = _number(F.col(f"`{options.time_column}`")) if options.time_column in table.columns else F.lit(0.0)
    whole = table.select(
        user.cast("string").alias("user"),
        item.cast("string").alias("item"),
        _number(rating).alias("rating"),
        F.coalesce(time, F.lit(0.0)).alias("time"),
    )
    usable = (F.col("user") != "") & (F.col("item") != "") & F.col("rating").isNotNull() & ~F.isnan("rating")
    read = whole.where(usable)
    rating = F.when(usable, F.col("rating"))
    counted = whole.agg(
        F.count("*").alias("rows"),
        F.count(rating).alias("count"),
        F.min(rating).alias("lowest"),
        F.max(rating).alias("highest"),
        F.min(rating.isin(0, 1)).alias("are_bits"),
    ).first()
    if counted["count"] == 0:
        raise MatineeError(f"{options.ratings} holds no rating: each row needs a user, an item and a number.")
    liked_from = options.liked_from
    if liked_from is None:
        liked_from = _guess_liked_from(counted["lowest"], counted["highest"], counted["are_bits"])
    ids = [row["item"] for row in read.select("item").distinct().collect()]
    described = _describe(spark, options) if options.items else {}
    skipped = counted["rows"] - counted["count"]
    return Ratings(read, counted["count"], skipped, liked_from, Catalogue.of(ids, described))


def _describe(spark: SparkSession, options: Namespace) -> dict[str, tuple[str, str]]:
    table = _read(spark, options.items)
    _check_column(options.items, table, options.item_column, "--item-column")
    _check_column(options.items, table, options.title_column, "--title-column")
    labels = F.col(f"`{options.labels_column}`") if options.labels_column in table.columns else F.lit("")
    columns = [F.col(f"`{options.item_column}`"), F.col(f"`{options.title_column}`"), labels]
    texts = table.select(*(F.coalesce(column.cast("string"), F.lit("")) for column in columns))
    return {item: (title or item, label) for item, title, label in texts.collect()}


def _read(spark: SparkSession, path: str) -> DataFrame:
    if ".parquet" in path:
        return spark.read.parquet(path)
    return spark.read.csv(path, header=True, quote='"', escape='"')


def _number(column: F.Column) -> F.Column:
    return column.try_cast("double")


def _check_column(path: str, table: DataFrame, name: str, option: str) -> None:
    if name not in table.columns:
        there = ", ".join(table.columns)
        raise MatineeError(f"{path} has no column {name}, only {there}. Name the right one with {option}.")


def _guess_liked_from(lowest: float, highest: float, are_bits: bool) -> float:
    scale = next((end for end in _SCALES if max(-lowest, highest) <= end), None)
    if scale is None:
        raise MatineeError(
            f"Ratings reach up to {highest:g}, which is no usual scale. Say what is a like: --liked-from"
        )
    if scale == 1:
        return 1 if are_bits else 0.6
    if lowest < 0:
        return 0.2 * scale
    return 2 if scale == 2 else 0.6 * scale
