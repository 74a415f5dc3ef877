"""What every job needs: a Spark session that knows this package, and errors of a sentence."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from .errors import MatineeError

_PACKAGE = Path(__file__).parent


def run(name: str, job: Callable[[SparkSession], None]) -> int:
    """Runs a job and returns its exit code."""
    try:
        with SparkSession.builder.appName(name).getOrCreate() as spark, tempfile.TemporaryDirectory() as folder:
            # What the job tells would be lost among hundreds of lines about its tasks.
            spark.sparkContext.setLogLevel("WARN")
            send_package(spark, folder)
            job(spark)
        return 0
    except MatineeError as error:
        print(error, file=sys.stderr)
        return 1
    except AnalysisException as error:
        print(explained(error), file=sys.stderr)
        return 1


def explained(error: AnalysisException) -> str:
    """What Spark says of a table, without the trace of its calls."""
    if error.getCondition() == "PATH_NOT_FOUND":
        return f"There is no table at {(error.getMessageParameters() or {}).get('path')}. Check the path."
    return str(error).splitlines()[0]


def send_package(spark: SparkSession, folder: str) -> None:
    """Sends this package to the workers, which need only what `requirements.txt` names."""
    archive = shutil.make_archive(f"{folder}/matinee_spark", "zip", _PACKAGE.parent, _PACKAGE.name)
    spark.sparkContext.addPyFile(archive)


def tell(text: str) -> None:
    """News on the error stream, so that a pipe holds results only."""
    print(text, file=sys.stderr, flush=True)
