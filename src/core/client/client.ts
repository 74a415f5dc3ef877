import { type Endpoint, proxy, type Remote, wrap } from "comlink";
import { WorkerFailedError } from "../../errors.ts";
import type { Trainer } from "../api.ts";

export type ConnectedTrainer = Trainer & { terminate(): void };

/** The page's end of a worker, or of anything that behaves like one. */
export interface WorkerEnd extends Endpoint {
  terminate(): void;
}

export interface Heartbeat {
  /** Milliseconds between two looks at the worker. */
  every: number;
  /** Looks without an answer after which it counts as hung; looks, so that a sleeping laptop does not count. */
  patience: number;
  /** The same before its first answer, while its script may still be on the way. */
  patienceAtFirst: number;
  /** Whether the page can be trusted to notice an answer; a hidden page is slowed down by the browser. */
  attentive: () => boolean;
}

const HEARTBEAT: Heartbeat = {
  every: 2500,
  patience: 8,
  patienceAtFirst: 24,
  attentive: () => document.visibilityState === "visible",
};

const HUNG = "The part of Matinee that learns has stopped answering.";
const NOT_LOADED = "The part of Matinee that learns could not be loaded.";
const UNREADABLE = "The part of Matinee that learns has sent something that cannot be read.";

/** Starts the trainer worker; `onFailure` is told once if it ever fails, with a message for the person. */
export function createTrainer(onFailure: (error: WorkerFailedError) => void): ConnectedTrainer {
  const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
  return connectTrainer(worker, HEARTBEAT, onFailure);
}

/**
 * Speaks to a trainer over Comlink, which by itself leaves every promise pending when the worker
 * dies, hangs or never loads. Here all of them reject with a `WorkerFailedError`.
 * A progress callback is released by Comlink when the worker has let go of it.
 */
export function connectTrainer(
  worker: WorkerEnd,
  heartbeat: Heartbeat,
  onFailure: (error: WorkerFailedError) => void,
): ConnectedTrainer {
  const remote: Remote<Trainer> = wrap<Trainer>(worker);
  const pending = new Set<(error: WorkerFailedError) => void>();
  let over: WorkerFailedError | null = null;
  let everAnswered = false;
  let waiting = false;
  let missed = 0;

  function ask<T>(question: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (over !== null) {
        reject(over);
        return;
      }
      pending.add(reject);
      question()
        .then(resolve, reject)
        .finally(() => pending.delete(reject));
    });
  }

  function end(error: WorkerFailedError): void {
    over = error;
    clearInterval(watch);
    worker.terminate();
    for (const reject of pending) reject(error);
    pending.clear();
  }

  function fail(message: string): void {
    if (over !== null) return;
    const error = new WorkerFailedError(message);
    end(error);
    onFailure(error);
  }

  function ping(): void {
    waiting = true;
    missed = 0;
    void remote.ping().then(() => {
      everAnswered = true;
      waiting = false;
    });
  }

  function look(): void {
    if (!waiting || !heartbeat.attentive()) ping();
    else if (++missed >= (everAnswered ? heartbeat.patience : heartbeat.patienceAtFirst)) fail(HUNG);
  }

  const watch = setInterval(look, heartbeat.every);
  ping();

  worker.addEventListener("error", (event) => {
    const { message } = event as Partial<ErrorEvent>;
    fail(message ? `The part of Matinee that learns has failed: ${message}.` : NOT_LOADED);
  });
  worker.addEventListener("messageerror", () => fail(UNREADABLE));

  return {
    stage: (source, onProgress) => ask(() => remote.stage(source, proxy(onProgress))),
    understand: (files, choices) => ask(() => remote.understand(files, choices)),
    adopt: () => ask(() => remote.adopt()),
    discard: () => ask(() => remote.discard()),
    startingSet: (count) => ask(() => remote.startingSet(count)),
    matchOwnRatings: (files) => ask(() => remote.matchOwnRatings(files)),
    search: (text, limit) => ask(() => remote.search(text, limit)),
    films: (ids) => ask(() => remote.films(ids)),
    train: (settings, mode, onProgress) => ask(() => remote.train(settings, mode, proxy(onProgress))),
    stop: () => ask(() => remote.stop()),
    recommend: (ratings, count) => ask(() => remote.recommend(ratings, count)),
    timeline: () => ask(() => remote.timeline()),
    takeInNewUsers: (settings, onProgress) => ask(() => remote.takeInNewUsers(settings, proxy(onProgress))),
    tune: (ground, onProgress) => ask(() => remote.tune(ground, proxy(onProgress))),
    searchSettings: (ground, seconds, onProgress) =>
      ask(() => remote.searchSettings(ground, seconds, proxy(onProgress))),
    compareWays: (ground, onProgress) => ask(() => remote.compareWays(ground, proxy(onProgress))),
    replay: (ground, pace, onProgress) => ask(() => remote.replay(ground, pace, proxy(onProgress))),
    setPace: (pace) => ask(() => remote.setPace(pace)),
    openBatch: () => ask(() => remote.openBatch()),
    makeBatch: (perUser, onProgress) => ask(() => remote.makeBatch(perUser, proxy(onProgress))),
    measureServing: () => ask(() => remote.measureServing()),
    lookUp: (userId) => ask(() => remote.lookUp(userId)),
    batchFile: () => ask(() => remote.batchFile()),
    newUser: (id, count) => ask(() => remote.newUser(id, count)),
    kept: () => ask(() => remote.kept()),
    keep: (course) => ask(() => remote.keep(course)),
    myTurn: () => ask(() => remote.myTurn()),
    takenUp: () => ask(() => remote.takenUp()),
    forget: (name) => ask(() => remote.forget(name)),
    exportModel: () => ask(() => remote.exportModel()),
    bringModel: (file) => ask(() => remote.bringModel(file)),
    ping: () => ask(() => remote.ping()),
    terminate: () => {
      if (over === null) end(new WorkerFailedError("The worker was ended."));
    },
  };
}
