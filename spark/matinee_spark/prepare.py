from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyspark import TaskContext
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .part import Part
from .work import Work


def write_parts(ratings: DataFrame, item_ids: list[str], parts: int, work_uri: str) -> None:
    """Assigns each user, with all ratings, to one part, and writes each part to the work folder."""
    sent = ratings.sparkSession.sparkContext.broadcast(item_ids)

    def write(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        number = TaskContext.get().partitionId()
        some = list(batches)
        table = pa.Table.from_batches(some).cast(_SCHEMA) if some else _SCHEMA.empty_table()
        if pc.any(pc.not_equal(table["part"], number)).as_py():
            raise RuntimeError(f"Task {number} was given users of other parts.")
        Work(work_uri).write_part(part_of(table, sent.value, number))
        yield pa.RecordBatch.from_pydict({"part": pa.array([number], pa.int32())})

    dealt = ratings.withColumn("part", F.expr(f"CAST(pmod(crc32(user), {parts}) AS INT)"))
    # By range, two parts once fell into one task, and training went on without a word.
    written = dealt.repartitionById(parts, F.col("part")).mapInArrow(write, "part int").collect()
    check_numbers([row["part"] for row in written], parts)


_SCHEMA = pa.schema(
    [
        ("user", pa.string()),
        ("item", pa.string()),
        ("rating", pa.float64()),
        ("time", pa.float64()),
        ("part", pa.int32()),
    ]
)


def part_of(table: pa.Table, item_ids: list[str], number: int) -> Part:
    """A part of the columns user, item, rating and time. Of several ratings of one item by a user the latest counts."""
    table = table.append_column("row", pc.index_in(table["item"], pa.array(item_ids, pa.string())))
    table = table.sort_by([(name, "ascending") for name in ("user", "row", "time", "rating")]).combine_chunks()
    if len(table) == 0:
        none = np.zeros(0, np.int32)
        return Part(number, np.zeros(0, np.str_), none, none, np.zeros(0, np.float32))
    begins_user = _differs_from_one_before(table["user"])
    begins_pair = begins_user | _differs_from_one_before(table["row"])
    latest = np.append(begins_pair[1:], True)
    user_ids = table["user"].filter(pa.array(begins_user)).to_numpy().astype(np.str_)
    return Part(
        number,
        user_ids,
        (np.cumsum(begins_user) - 1)[latest].astype(np.int32),
        table["row"].to_numpy()[latest].astype(np.int32),
        table["rating"].to_numpy()[latest].astype(np.float32),
    )


def _differs_from_one_before(column: pa.ChunkedArray) -> np.ndarray:
    return np.append(True, pc.not_equal(column.slice(1), column.slice(0, len(column) - 1)).to_numpy())


def check_numbers(numbers: list[int], parts: int) -> None:
    """:raises RuntimeError: unless each part was one task's."""
    if sorted(numbers) != list(range(parts)):
        raise RuntimeError(f"Parts {sorted(numbers)} came back where 0 to {parts - 1} should, each once.")
