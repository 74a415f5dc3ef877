import csv
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

USERS, ITEMS = 40, 30
DESCRIBED = {
    str(item): (f'A "title", {item} (19{50 + item})', "Drama|Comedy" if item % 3 else "") for item in range(ITEMS)
}


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Ratings of two tastes: even users like even items, odd users odd ones, and nobody likes the others."""
    folder = tmp_path_factory.mktemp("tables")
    random = np.random.default_rng(0)
    with open(folder / "ratings.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["userId", "movieId", "rating", "timestamp"])
        for user in range(USERS):
            for item in random.permutation(ITEMS)[:14]:
                rows.writerow([f"user {user}", item, 4.5 if (user + item) % 2 == 0 else 1, item])
        # The first of these is overruled by the second; the third cannot be read.
        rows.writerows([["user 0", 0, 1, 0], ["user 0", 0, 5, 9], ["user 0", 2, "much", 0]])
    with open(folder / "movies.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["movieId", "title", "genres"])
        rows.writerows([item, *description] for item, description in DESCRIBED.items())
    return str(folder / "ratings.csv"), str(folder / "movies.csv")


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("there is no Java")
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    from pyspark.sql import SparkSession

    from matinee_spark.job import send_package

    # For the workers too, whatever is first on the PATH.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    folder = tmp_path_factory.mktemp("spark")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        # A short run pays for what it compiles.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.codegen.wholeStage": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("matinee tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    with builder.getOrCreate() as session:
        send_package(session, str(folder))
        yield session


@pytest.fixture(scope="session")
def trained(spark, tables: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model, model.npz, and what it was trained in, work."""
    import train

    folder = tmp_path_factory.mktemp("trained")
    train.train_model(spark, train.read_arguments(train_arguments(tables, folder)))
    return folder


def train_arguments(tables: tuple[str, str], folder: Path, *more: str) -> list[str]:
    where = ["--out", str(folder / "model.npz"), "--work", str(folder / "work")]
    settings = ["--parts", "2", "--rounds", "2", "--epochs", "4", "--components", "6", "--learning-rate", "0.1"]
    return [*tables, *where, *settings, *more]
