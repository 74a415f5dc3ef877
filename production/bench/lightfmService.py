"""A model of Matinee behind Python LightFM and FastAPI, as a team would serve it: uvicorn lightfmService:app."""

import os

import numpy as np
import scipy.sparse as sp
from fastapi import FastAPI, HTTPException
from lightfm import LightFM
from pydantic import BaseModel

saved = np.load(os.environ["MODEL"])
known = LightFM().get_params()
model = LightFM(**{name: saved[name].item() for name in known if name in saved and name != "random_state"})
for name in saved.files:
    if name.startswith(("item_", "user_")) and name.endswith(("embeddings", "biases", "gradients", "momentum")):
        setattr(model, name, saved[name])


def features(side: str) -> sp.csr_matrix:
    data, indices, indptr, shape = (
        saved[f"{side}_feature_matrix_{part}"] for part in ("data", "indices", "indptr", "shape")
    )
    return sp.csr_matrix((data.astype(np.float32), indices, indptr), shape=tuple(shape))


user_features, item_features = features("user"), features("item")
rows = {str(user): row for row, user in enumerate(saved["users"])}
ids, titles = [str(item) for item in saved["items"]], [str(title) for title in saved["item_titles"]]
all_items = np.arange(len(ids))
rated_indptr, rated_items = saved["rated_indptr"], saved["rated_items"]
liked_from = float(saved["liked_from"].item())
columns = {item: column for column, item in enumerate(ids)}
item_biases, item_embeddings = model.get_item_representations(item_features)
app = FastAPI()


class Rating(BaseModel):
    item: str
    rating: float


class Asker(BaseModel):
    ratings: list[Rating]
    n: int = 10


@app.get("/users/{user}/recommendations")
def recommend(user: str, n: int = 10) -> dict:
    row = rows.get(user)
    if row is None:
        raise HTTPException(404, "unknown user")
    scores = model.predict(row, all_items, item_features=item_features, user_features=user_features)
    return best(scores, rated_items[rated_indptr[row] : rated_indptr[row + 1]], n)


@app.post("/recommendations")
def recommend_to_stranger(asker: Asker) -> dict:
    """LightFM folds nobody in: the usual substitute is the mean of the vectors of what they like."""
    rated = [columns[given.item] for given in asker.ratings if given.item in columns]
    liked = [columns[given.item] for given in asker.ratings if given.item in columns and given.rating >= liked_from]
    if not liked:
        raise HTTPException(404, "nothing liked")
    scores = item_embeddings @ item_embeddings[liked].mean(axis=0) + item_biases
    return best(scores, rated, asker.n)


def best(scores: np.ndarray, rated, n: int) -> dict:
    scores[rated] = -np.inf
    top = np.argpartition(-scores, n)[:n]
    top = top[np.argsort(-scores[top])]
    items = [{"item": ids[item], "title": titles[item], "score": float(scores[item])} for item in top]
    return {"items": items}


@app.get("/readyz")
def is_ready() -> dict:
    return {"status": "ok"}
