import io
import zipfile
from dataclasses import asdict, dataclass

import numpy as np

from .catalogue import Catalogue
from .errors import MatineeError
from .files import read_whole, write_whole
from .hyperparameters import Hyperparameters
from .kernel.feature_table import FeatureTable
from .kernel.features import FeatureMatrix
from .part import Part

# The library opens no larger file (`src/model/file/npy.ts`).
MOST_BYTES = 2**31


@dataclass(frozen=True)
class RatedUsers:
    """Users with their vectors' tables and what they rated, as the parts of a CSR matrix."""

    ids: np.ndarray
    table: FeatureTable
    indptr: np.ndarray
    items: np.ndarray
    ratings: np.ndarray

    @staticmethod
    def of(part: Part, table: FeatureTable) -> "RatedUsers":
        return RatedUsers(part.user_ids, table, part.indptr(), part.items, part.ratings)

    def saved_bytes(self) -> int:
        """What they take in a file, where LightFM has embeddings, squared gradients and momenta."""
        embeddings = 3 * 4 * len(self.ids) * (self.table.no_components + 1)
        # The label of a user's own feature is the id again.
        return embeddings + 2 * self.ids.nbytes + 20 * len(self.ids) + 8 * len(self.items)

    @staticmethod
    def joined(some: list["RatedUsers"]) -> "RatedUsers":
        first = some[0].table
        tables = [users.table for users in some]
        lengths = np.concatenate([np.diff(users.indptr) for users in some])
        return RatedUsers(
            np.concatenate([users.ids for users in some]),
            FeatureTable(
                "user",
                first.no_components,
                np.concatenate([table.values for table in tables]),
                np.concatenate([table.sums for table in tables]),
            ),
            np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32),
            np.concatenate([users.items for users in some]),
            np.concatenate([users.ratings for users in some]),
        )

    def none(self) -> "RatedUsers":
        """The same without users, for a model that folds everybody in."""
        table = self.table
        empty = FeatureTable(table.side, table.no_components, table.values[:0], table.sums[:0])
        return RatedUsers(self.ids[:0], empty, np.zeros(1, np.int32), self.items[:0], self.ratings[:0])


def write_model(
    uri: str,
    hyper: Hyperparameters,
    epochs: int,
    catalogue: Catalogue,
    items: FeatureTable,
    users: RatedUsers,
    liked_from: float,
    trained_on: int,
) -> None:
    """Writes the `.npz` that `matinee train` writes (`production/src/trained/modelFile.ts`)."""
    count = len(users.ids)
    item_columns = np.arange(len(catalogue.ids), dtype=np.int32)
    arrays = {
        **_table_arrays(items),
        **_table_arrays(users.table),
        **{name: np.array(value) for name, value in asdict(hyper).items()},
        "dislikes": np.array("known"),
        "epochs": np.array(epochs),
        **_matrix_arrays("item", catalogue.features),
        **_matrix_arrays("user", FeatureMatrix(count, count)),
        "items": _texts(catalogue.ids),
        "item_features": _texts(catalogue.ids + catalogue.labels),
        "item_identity_columns": item_columns,
        "users": _texts(users.ids),
        "user_features": _texts(users.ids),
        "user_identity_columns": np.arange(count, dtype=np.int32),
        "item_titles": _texts(catalogue.titles),
        "rated_indptr": users.indptr,
        "rated_items": users.items.astype(np.int32),
        "rated_values": users.ratings.astype(np.float32),
        "liked_from": np.array(float(liked_from)),
        "trained_on": np.array(float(trained_on)),
    }
    content = io.BytesIO()
    np.savez(content, **arrays)
    write_whole(uri, content.getvalue())


def _table_arrays(table: FeatureTable) -> dict[str, np.ndarray]:
    values, biases = table.split(table.values)
    sums, bias_sums = table.split(table.sums)
    return {
        f"{table.side}_embeddings": values,
        f"{table.side}_biases": biases,
        f"{table.side}_embedding_gradients": sums,
        f"{table.side}_bias_gradients": bias_sums,
        f"{table.side}_embedding_momentum": np.zeros_like(values),
        f"{table.side}_bias_momentum": np.zeros_like(biases),
    }


def _matrix_arrays(side: str, matrix: FeatureMatrix) -> dict[str, np.ndarray]:
    rows = np.arange(matrix.rows + 1, dtype=np.int32)
    indptr, indices, data = (
        (rows, rows[:-1], np.ones(matrix.rows, np.float32))
        if matrix.is_identity
        else (matrix.indptr, matrix.indices, matrix.data)
    )
    name = f"{side}_feature_matrix"
    shape = np.array([matrix.rows, matrix.features])
    return {f"{name}_shape": shape, f"{name}_indptr": indptr, f"{name}_indices": indices, f"{name}_data": data}


def _texts(texts: list[str] | np.ndarray) -> np.ndarray:
    return np.array(texts, dtype=np.str_)


@dataclass(frozen=True)
class SavedModel:
    """What ranking takes of a model's file: vectors as `FeatureTable.vectors` gives them, without padding."""

    item_ids: np.ndarray
    item_vectors: np.ndarray
    user_ids: np.ndarray
    user_vectors: np.ndarray
    #: What each user rated, as the parts of a CSR matrix.
    rated_indptr: np.ndarray
    rated_items: np.ndarray

    @staticmethod
    def read(uri: str) -> "SavedModel":
        """:raises MatineeError: if there is no such file, or it is no model."""
        try:
            with np.load(io.BytesIO(read_whole(uri))) as file:
                item_vectors, user_vectors = (_vectors(file, side) for side in ("item", "user"))
                users = len(user_vectors)
                has_rated = "rated_indptr" in file
                return SavedModel(
                    _ids(file, "items", len(item_vectors)),
                    item_vectors,
                    _ids(file, "users", users),
                    user_vectors,
                    file["rated_indptr"] if has_rated else np.zeros(users + 1, np.int32),
                    file["rated_items"] if has_rated else np.zeros(0, np.int32),
                )
        except FileNotFoundError:
            raise MatineeError(f"There is no model {uri}. Make one: matinee spark train --help") from None
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise MatineeError(f"{uri} is no model: {error}") from None


def _vectors(file: np.lib.npyio.NpzFile, side: str) -> np.ndarray:
    embeddings, biases = file[f"{side}_embeddings"], file[f"{side}_biases"]
    table = np.column_stack([embeddings, biases])
    name = f"{side}_feature_matrix"
    if f"{name}_shape" in file:
        parts = (file[f"{name}_{part}"] for part in ("indptr", "indices", "data"))
        table = FeatureMatrix(*file[f"{name}_shape"], *parts).represent(table)
    ones = np.ones((len(table), 1), np.float32)
    # The user's bias meets the item's one, and the other way round.
    return np.hstack([table, ones] if side == "user" else [table[:, :-1], ones, table[:, -1:]])


def _ids(file: np.lib.npyio.NpzFile, name: str, count: int) -> np.ndarray:
    """Python's models have no ids: rows stand in."""
    return (file[name] if name in file else np.arange(count)).astype(np.str_)
