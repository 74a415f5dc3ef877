import { CancelledError } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { type Client, type Connection, clientOf } from "../client/connect.ts";
import { AlertStore } from "./AlertStore.ts";
import { Events } from "./Events.ts";
import { JobStore } from "./JobStore.ts";
import { NewsStore } from "./NewsStore.ts";
import { WorkspaceStore } from "./WorkspaceStore.ts";

export type Connect = (onFailure: (error: Error) => void) => Connection<Services>;

/** What every store works with. */
export class Context {
  readonly events = new Events();
  readonly alerts = new AlertStore();
  readonly news = new NewsStore();
  readonly workspace = new WorkspaceStore();
  readonly jobs: JobStore;
  /** The services of the current worker, also after a restart. */
  readonly worker: Client<Services>;
  readonly #connect: Connect;
  #connection: Connection<Services>;

  constructor(connect: Connect) {
    this.#connect = connect;
    this.#connection = connect(this.#failed);
    this.worker = clientOf<Services>((service, method, parameters) => {
      const services = this.#connection.worker as Record<
        string,
        Record<string, (...all: unknown[]) => unknown>
      >;
      return Promise.resolve(services[service][method](...parameters));
    });
    this.jobs = new JobStore(() => this.worker.job.cancel());
  }

  /** The answer to a question about the data in use. @throws CancelledError if other data came meanwhile. */
  async forThisData<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const { dataset } = this.workspace.get();
    const isSame = () => this.workspace.get().dataset === dataset;
    try {
      const answer = await ask();
      if (isSame()) return answer;
    } catch (error) {
      if (isSame()) throw error;
    }
    throw new CancelledError("Other data was loaded in the meantime.");
  }

  /** Ends the worker, so that it writes nothing more. */
  endWorker(): void {
    this.#connection.terminate();
  }

  restartWorker = (): void => {
    this.#connection.terminate();
    this.#connection = this.#connect(this.#failed);
    this.workspace.clear();
    this.events.emit("workerStarted", undefined);
  };

  #failed = (error: Error): void => {
    void this.jobs.abandon();
    this.events.emit("workerFailed", error);
    this.alerts.tell(error, { label: "Start again", run: this.restartWorker });
  };
}
