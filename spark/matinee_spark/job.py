"""What every job needs: a Spark session that knows this package, and errors of a sentence."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pyspark.sql import SparkSession

from .errors import MatineeError

_PACKAGE = Path(__file__).parent


def run(name: str, job: Callable[[SparkSession], None]) -> int:
    """Runs a job and returns its exit code."""
    try:
        with SparkSession.builder.appName(name).getOrCreate() as spark, tempfile.TemporaryDirectory() as folder:
            send_package(spark, folder)
            job(spark)
        return 0
    except MatineeError as error:
        print(error, file=sys.stderr)
        return 1


def send_package(spark: SparkSession, folder: str) -> None:
    """Sends this package to the workers, which need only what `requirements.txt` names."""
    archive = shutil.make_archive(f"{folder}/matinee_spark", "zip", _PACKAGE.parent, _PACKAGE.name)
    spark.sparkContext.addPyFile(archive)


def tell(text: str) -> None:
    """News on the error stream, so that a pipe holds results only."""
    print(text, file=sys.stderr, flush=True)
