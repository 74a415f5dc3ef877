"""
Python LightFM's native code, driven by scripts/PythonProcess.ts: a command as JSON on each line of the
standard input, an answer as JSON on the standard output. Only LightFM's own calls are timed, with
everything they need at hand in the types that they take, so that nothing is converted on the way.
"""

import json
import os
import sys
import time

import numpy as np
from lightfm import LightFM
from lightfm.evaluation import auc_score
from scipy.sparse import coo_matrix, csr_matrix

problems = {}
models = {}


class Problem:
    def __init__(self, folder):
        def ints(name):
            return np.fromfile(os.path.join(folder, name + ".i32"), dtype="<i4")

        def floats(name):
            return np.fromfile(os.path.join(folder, name + ".f32"), dtype="<f4")

        users, items, features = ints("shape")
        self.shape = (int(users), int(items))
        self.interactions = coo_matrix((floats("values"), (ints("users"), ints("items"))), shape=self.shape)
        weights = (floats("featureWeights"), ints("featureIndices"), ints("featureIndptr"))
        self.item_features = csr_matrix(weights, shape=(self.shape[1], int(features)))

    def liked(self):
        all_ = self.interactions
        liked = all_.data > 0
        return csr_matrix((all_.data[liked], (all_.row[liked], all_.col[liked])), shape=self.shape)


class Model:
    def __init__(self, folder, hybrid, threads, settings):
        self.problem = problem(folder)
        self.features = self.problem.item_features if hybrid else None
        self.threads = threads
        self.lightfm = LightFM(loss="warp", random_state=1, **settings)

    def fit(self, interactions, epochs):
        return seconds(
            lambda: self.lightfm.fit_partial(
                interactions, item_features=self.features, epochs=epochs, num_threads=self.threads
            )
        )

    def predict(self, users, items):
        return self.lightfm.predict(users, items, item_features=self.features, num_threads=self.threads)


def problem(folder):
    if folder not in problems:
        problems[folder] = Problem(folder)
    return problems[folder]


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def create(model, folder, hybrid, threads, settings):
    models[model] = Model(folder, hybrid, threads, settings)


def forget():
    models.clear()
    problems.clear()


def epoch(model):
    """An epoch as `fit_partial` runs them, without what it does once a call."""
    own = models[model]
    if own.lightfm.item_embeddings is None:
        return own.fit(own.problem.interactions, 1)
    run_epoch = own.lightfm._run_epoch
    taken = []
    own.lightfm._run_epoch = lambda *arguments: taken.append(seconds(lambda: run_epoch(*arguments)))
    own.fit(own.problem.interactions, 1)
    del own.lightfm._run_epoch
    return taken[0]


def auc(model, test):
    own = models[model]
    train = own.problem.interactions.tocsr()
    liked = problem(test).liked()
    return seconds(
        lambda: auc_score(
            own.lightfm,
            liked,
            train_interactions=train,
            item_features=own.features,
            num_threads=own.threads,
            check_intersections=False,
        ).mean()
    )


def score_all(model):
    own = models[model]
    users, items = own.problem.shape
    user_ids = np.repeat(np.arange(users, dtype=np.int32), items)
    item_ids = np.tile(np.arange(items, dtype=np.int32), users)
    return seconds(lambda: own.predict(user_ids, item_ids))


def predict(model, users, items):
    own = models[model]
    user_ids, item_ids = (np.array(ids, dtype=np.int32) for ids in (users, items))
    return seconds(lambda: own.predict(user_ids, item_ids))


def fold_in(model, users, epochs):
    """LightFM has no folding in. Nearest to it: `fit_partial` of the one user, in a row that was foreseen."""
    own = models[model]
    taken = 0.0
    for items, values in users:
        rows = np.zeros(len(items), dtype=np.int32)
        entries = (np.array(values, dtype=np.float32), (rows, np.array(items, dtype=np.int32)))
        taken += own.fit(coo_matrix(entries, shape=own.problem.shape), epochs)
    return taken / len(users)


def recommend(model, users, n):
    own = models[model]
    known = own.problem.interactions.tocsr()
    every_item = np.arange(own.problem.shape[1], dtype=np.int32)

    def best(user):
        scores = own.predict(user, every_item)
        scores[known.indices[known.indptr[user] : known.indptr[user + 1]]] = -np.inf
        top = np.argpartition(-scores, n)[:n]
        return top[np.argsort(-scores[top])]

    return seconds(lambda: [best(user) for user in users]) / len(users)


def memory(folder, components):
    """Bytes by which the process grows at most while it learns an epoch."""
    own = Model(folder, False, 1, {"no_components": components})
    with open("/proc/self/clear_refs", "w") as reset:
        reset.write("5")
    before = resident("VmRSS")
    own.fit(own.problem.interactions, 1)
    return resident("VmHWM") - before


def resident(field):
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith(field))
    return int(line.split()[1]) * 1024


commands = {
    run.__name__: run for run in (create, forget, epoch, auc, score_all, predict, fold_in, recommend, memory)
}

for line in sys.stdin:
    command = json.loads(line)
    answer = commands[command.pop("do")](**command)
    print(json.dumps(answer), flush=True)
