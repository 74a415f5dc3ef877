"""A model of Matinee behind Python LightFM and FastAPI, as a team would serve it: uvicorn lightfmService:app."""

import os

import numpy as np
import scipy.sparse as sp
from fastapi import FastAPI, HTTPException
from lightfm import LightFM

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
app = FastAPI()


@app.get("/users/{user}/recommendations")
def recommend(user: str, n: int = 10) -> dict:
    row = rows.get(user)
    if row is None:
        raise HTTPException(404, "unknown user")
    scores = model.predict(row, all_items, item_features=item_features, user_features=user_features)
    scores[rated_items[rated_indptr[row] : rated_indptr[row + 1]]] = -np.inf
    best = np.argpartition(-scores, n)[:n]
    best = best[np.argsort(-scores[best])]
    items = [{"item": ids[item], "title": titles[item], "score": float(scores[item])} for item in best]
    return {"items": items}


@app.get("/readyz")
def is_ready() -> dict:
    return {"status": "ok"}
