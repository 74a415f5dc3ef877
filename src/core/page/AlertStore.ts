import { CancelledError, MatineeError } from "../../errors.ts";
import { Store } from "./Store.ts";

/** A message that needs reading. */
export interface Alert {
  id: number;
  message: string;
  /** What the person can do about it, as a button. */
  remedy: Remedy | null;
}

export interface Remedy {
  label: string;
  run: () => void;
}

export class AlertStore extends Store<{ alerts: Alert[] }> {
  #lastId = 0;

  constructor() {
    super({ alerts: [] });
  }

  /** Shows a failure; a cancellation on request is not one. */
  tell = (error: unknown, remedy: Remedy | null = null): void => {
    if (error instanceof CancelledError) return;
    const { message } = error instanceof Error ? error : new Error(String(error));
    this.show(error instanceof MatineeError ? message : `Something went wrong: ${message}`, remedy);
  };

  show(message: string, remedy: Remedy | null = null): void {
    const { alerts } = this.get();
    if (alerts.some((alert) => alert.message === message)) return;
    const id = ++this.#lastId;
    const run = () => {
      this.dismiss(id);
      remedy?.run();
    };
    this.set({ alerts: [...alerts, { id, message, remedy: remedy && { label: remedy.label, run } }] });
  }

  /** Takes back what is no longer so. */
  withdraw(message: string): void {
    const { alerts } = this.get();
    const others = alerts.filter((alert) => alert.message !== message);
    if (others.length < alerts.length) this.set({ alerts: others });
  }

  dismiss = (id: number): void => {
    this.set({ alerts: this.get().alerts.filter((alert) => alert.id !== id) });
  };
}
