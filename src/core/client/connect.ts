import { type Endpoint, proxy, wrap } from "comlink";
import * as errors from "../../errors.ts";

/** The page's end of a worker, or of anything that behaves like one. */
export interface WorkerEnd extends Endpoint {
  terminate(): void;
}

/** What a worker exposes, as the page calls it: every method of every service answers with a promise. */
export type Client<Services> = { [Name in keyof Services]: ServiceClient<Services[Name]> };

type ServiceClient<Service> = {
  [Name in keyof Service as Service[Name] extends Method ? Name : never]: Service[Name] extends (
    ...parameters: infer Parameters
  ) => infer Answer
    ? (...parameters: Parameters) => Promise<Awaited<Answer>>
    : never;
};

// biome-ignore lint/suspicious/noExplicitAny: any method will do
type Method = (...parameters: any[]) => unknown;

type Remotes = { ping(): Promise<true> } & Record<
  string,
  Record<string, (...parameters: unknown[]) => Promise<unknown>>
>;

export interface Connection<Services> {
  worker: Client<Services>;
  /** Whatever is pending rejects. */
  terminate(): void;
}

export interface Heartbeat {
  /** Milliseconds between two checks of the worker. */
  every: number;
  /**
   * Checks without an answer before it counts as hung; checks, not time, so that a sleeping laptop does not count. Its
   * script may still be downloading, and on a slow machine it works for many seconds at a stretch on the largest files.
   */
  patience: number;
  /** Whether the page can be trusted to notice an answer: browsers slow hidden pages down. */
  attentive: () => boolean;
}

const HUNG = "Matinee’s background worker stopped responding.";
const NOT_LOADED = "Couldn’t load Matinee’s background worker. Check your connection.";
const UNREADABLE = "Matinee’s background worker failed: it sent a message that can’t be read.";

/**
 * Talks to a worker's services over Comlink, which by itself leaves every promise pending when the worker dies,
 * hangs or never loads. Here all of them reject with a WorkerFailedError, and `onFailure` is called once.
 * A call's path names service and method; functions among its arguments become callbacks, which Comlink releases
 * when the worker lets go of them. Errors arrive as the classes they were thrown as.
 */
export function connect<Services>(
  end: WorkerEnd,
  heartbeat: Heartbeat,
  onFailure: (error: errors.WorkerFailedError) => void,
): Connection<Services> {
  const remote = wrap(end) as unknown as Remotes;
  const pending = new Set<(error: errors.WorkerFailedError) => void>();
  let over: errors.WorkerFailedError | null = null;
  let waiting = false;
  let missed = 0;

  function call(service: string, method: string, parameters: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (over !== null) {
        reject(over);
        return;
      }
      pending.add(reject);
      const sent = parameters.map((one) => (typeof one === "function" ? proxy(one) : one));
      remote[service]
        [method](...sent)
        .then(resolve, (error: unknown) => reject(revived(error)))
        .finally(() => pending.delete(reject));
    });
  }

  function close(error: errors.WorkerFailedError): void {
    over = error;
    clearInterval(watch);
    end.terminate();
    for (const reject of pending) reject(error);
    pending.clear();
  }

  function fail(message: string): void {
    if (over !== null) return;
    const error = new errors.WorkerFailedError(message);
    close(error);
    onFailure(error);
  }

  function ping(): void {
    waiting = true;
    missed = 0;
    void remote.ping().then(() => {
      waiting = false;
    });
  }

  function check(): void {
    if (!waiting || !heartbeat.attentive()) ping();
    else if (++missed >= heartbeat.patience) fail(HUNG);
  }

  const watch = setInterval(check, heartbeat.every);
  ping();

  end.addEventListener("error", (event) => {
    const { message } = event as Partial<ErrorEvent>;
    fail(message ? `Matinee’s background worker failed: ${message}.` : NOT_LOADED);
  });
  end.addEventListener("messageerror", () => fail(UNREADABLE));

  return {
    worker: clientOf<Services>(call),
    terminate: () => {
      if (over === null) close(new errors.WorkerFailedError("The worker was terminated."));
    },
  };
}

/** Turns `client.service.method(…)` into `call("service", "method", […])`. */
export function clientOf<Services>(
  call: (service: string, method: string, parameters: unknown[]) => Promise<unknown>,
): Client<Services> {
  const ofService = (service: string) =>
    new Proxy(
      {},
      {
        get:
          (_, method: string) =>
          (...parameters: unknown[]) =>
            call(service, method, parameters),
      },
    );
  return new Proxy({}, { get: (_, service: string) => ofService(service) }) as Client<Services>;
}

const CLASSES: ReadonlyMap<string, new (message: string) => Error> = new Map(Object.entries(errors));

/** Comlink keeps an error's name and message; its class is found by the name. */
function revived(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const Known = CLASSES.get(error.name);
  return Known === undefined ? error : Object.assign(new Known(error.message), { stack: error.stack });
}
