"""The jobs on Spark, in `local[2]`; without Java or PySpark they are skipped."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from conftest import DESCRIBED, ITEMS, USERS, train_arguments

from matinee_spark.catalogue import Catalogue
from matinee_spark.errors import MatineeError
from matinee_spark.hyperparameters import Hyperparameters
from matinee_spark.kernel.code import CHECKOUT
from matinee_spark.merge import merge
from matinee_spark.model_file import SavedModel
from matinee_spark.part import Course, learn
from matinee_spark.work import Work


def lists_by_hand(model: SavedModel, n: int) -> dict[str, list[str]]:
    lists = {}
    for row, user in enumerate(model.user_ids):
        scores = model.item_vectors @ model.user_vectors[row]
        scores[model.rated_items[model.rated_indptr[row] : model.rated_indptr[row + 1]]] = -np.inf
        best = [item for item in np.argsort(-scores, kind="stable") if np.isfinite(scores[item])]
        lists[str(user)] = [str(model.item_ids[item]) for item in best[:n]]
    return lists


def test_it_learns_who_likes_what(trained: Path) -> None:
    model = SavedModel.read(str(trained / "model.npz"))
    assert len(model.user_ids) == USERS
    assert list(model.item_ids) == [str(item) for item in range(ITEMS)]
    firsts = [(int(user.split()[1]) + int(items[0])) % 2 for user, items in lists_by_hand(model, 1).items()]
    assert np.mean(firsts) < 0.2
    # The later of two ratings of the same item counts.
    file = np.load(trained / "model.npz")
    row = list(model.user_ids).index("user 0")
    own = slice(*model.rated_indptr[row : row + 2])
    assert file["rated_values"][own][list(file["rated_items"][own]).index(0)] == 5


def test_parts_in_one_process_give_the_same_to_the_bit(trained: Path) -> None:
    """What `measure.py` relies on."""
    work = Work(str(trained / "work"))
    about = work.about()
    catalogue = Catalogue.of([str(item) for item in range(ITEMS)], DESCRIBED)
    hyper = Hyperparameters(**about["hyperparameters"])
    course = Course.of(hyper, catalogue.features, about["liked_from"], about["parts"], about["rounds"])
    parts = [work.read_part(number) for number in range(course.parts)]
    users = [course.begin_users(part) for part in parts]
    items = course.begin_items()
    for step in range(work.steps()):
        learnt = [learn(course, part, own, items, step) for part, own in zip(parts, users)]
        users = [part.users for part in learnt]
        items = merge(items, [(part.items.values, part.items.sums) for part in learnt])
    assert np.array_equal(items.values, work.read_items(work.steps(), hyper.no_components).values)


def test_an_interrupted_training_ends_the_same_to_the_bit(spark, tables, trained: Path, tmp_path: Path) -> None:
    import train

    def run(*more: str) -> None:
        train.train_model(spark, train.read_arguments(train_arguments(tables, tmp_path, *more)))

    class Interrupted(Exception):
        pass

    def interrupt(steps: int, _loss: float) -> None:
        if steps == 3:
            raise Interrupted

    with pytest.MonkeyPatch.context() as patch:
        whole = train.train
        patch.setattr(train, "train", lambda *given: whole(*given[:-1], interrupt))
        with pytest.raises(Interrupted):
            run()
    with pytest.raises(MatineeError, match="holds a training already"):
        run()
    with pytest.raises(MatineeError, match="begun with other hyperparameters"):
        run("--resume", "--seed", "1")
    run("--resume")
    straight, resumed = (np.load(folder / "model.npz") for folder in (trained, tmp_path))
    assert set(straight) == set(resumed)
    for name in straight:
        assert np.array_equal(straight[name], resumed[name]), name


def test_columns_that_are_missing_are_named(spark, tables, tmp_path: Path) -> None:
    import train

    with pytest.raises(MatineeError, match="has no column stars, only userId, .*--rating-column"):
        train.train_model(spark, train.read_arguments(train_arguments(tables, tmp_path, "--rating-column", "stars")))


def test_lists_leave_out_what_was_rated(spark, trained: Path, tmp_path: Path) -> None:
    import batch

    model = str(trained / "model.npz")
    expected = lists_by_hand(SavedModel.read(model), 5)
    for name, more in (("of-model", []), ("of-work", ["--work", str(trained / "work")])):
        out = str(tmp_path / name)
        options = batch.read_arguments([model, "--out", out, "--n", "5", *more])
        batch.make_lists(spark, options)
        rows = spark.read.parquet(out).collect()
        assert {row["user_id"]: row["items"] for row in rows} == expected
        assert all(row["scores"] == sorted(row["scores"], reverse=True) for row in rows)
    with pytest.raises(MatineeError, match="is there already"):
        batch.make_lists(spark, options)


def test_als_writes_the_same_kind_of_model(spark, tables, tmp_path: Path) -> None:
    import als

    out = str(tmp_path / "als.npz")
    als.train_als(spark, als.read_arguments([*tables, "--out", out, "--components", "4", "--iterations", "3"]))
    lists = lists_by_hand(SavedModel.read(out), 1)
    assert np.mean([(int(user.split()[1]) + int(items[0])) % 2 for user, items in lists.items()]) < 0.2


def test_matinee_opens_the_model(trained: Path) -> None:
    if not (shutil.which("node") and (CHECKOUT / "production/node_modules").exists()):
        pytest.skip("the command line of production/ is not installed")
    command = ["node", "--import", "tsx", "production/main.ts", "similar", str(trained / "model.npz")]
    shown = subprocess.run(
        [*command, 'A "title", 4 (1954)', "--n", "3", "--json"], cwd=CHECKOUT, capture_output=True, text=True
    )
    assert shown.stderr == ""
    assert shown.stdout.count('"title"') == 3


def test_a_table_that_is_not_there_is_said_in_a_sentence(spark) -> None:
    from pyspark.errors import AnalysisException

    from matinee_spark.job import explained

    with pytest.raises(AnalysisException) as raised:
        spark.read.csv("/nowhere/ratings.csv")
    assert explained(raised.value) == "There is no table at file:/nowhere/ratings.csv. Check the path."
