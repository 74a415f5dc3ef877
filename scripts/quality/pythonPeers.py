"""
Recommenders of other libraries, driven by scripts/PythonProcess.ts: a command as JSON on each line of the standard
input, an answer as JSON on the standard output. Arrays travel as Base64 of 32-bit numbers, little-endian.
"""

import base64
import json
import sys

import numpy as np
from scipy.sparse import csr_matrix

models = {}


def ints(text):
    return np.frombuffer(base64.b64decode(text), dtype="<i4")


def likes_of(shape, users, items):
    rows, columns = ints(users), ints(items)
    return csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)


class ImplicitAls:
    """iALS (Hu, Koren and Volinsky 2008) as implicit has it."""

    def __init__(self, likes, seed, factors, regularization, alpha, iterations):
        from implicit.als import AlternatingLeastSquares

        self.items = likes.shape[1]
        self.model = AlternatingLeastSquares(
            factors=factors,
            regularization=regularization,
            alpha=alpha,
            iterations=iterations,
            random_state=seed,
            num_threads=1,
        )
        self.model.fit(likes, show_progress=False)

    def user(self, user):
        return self.model.item_factors @ self.model.user_factors[user]

    def stranger(self, items):
        likes = csr_matrix(
            (np.ones(len(items), dtype=np.float32), (np.zeros(len(items), dtype=int), items)),
            shape=(1, self.items),
        )
        return self.model.item_factors @ self.model.recalculate_user(0, likes)


class LightFM:
    """LightFM's own defaults with WARP, on likes alone."""

    def __init__(self, likes, seed, epochs):
        from lightfm import LightFM as Model

        self.items = np.arange(likes.shape[1], dtype=np.int32)
        self.model = Model(loss="warp", random_state=seed)
        self.model.fit(likes, epochs=epochs, num_threads=1)

    def user(self, user):
        return self.model.predict(user, self.items)


# One for each protocol may be asked in turn, and the trials before them are never asked again.
KEPT = 8
KINDS = {"implicit": ImplicitAls, "lightfm": LightFM}


def learn(model, kind, shape, users, items, seed, settings):
    while len(models) >= KEPT:
        del models[next(iter(models))]
    models[model] = KINDS[kind](likes_of(shape, users, items), seed, **settings)


def known(model, user):
    return scores(models[model].user(user))


def stranger(model, items):
    return scores(models[model].stranger(ints(items)))


def scores(values):
    return base64.b64encode(np.asarray(values, dtype="<f4").tobytes()).decode()


commands = {run.__name__: run for run in (learn, known, stranger)}

for line in sys.stdin:
    command = json.loads(line)
    answer = commands[command.pop("do")](**command)
    print(json.dumps(answer), flush=True)
