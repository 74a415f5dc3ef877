import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { OwnRatingsSummary } from "../api.ts";

/** One person's files, read and waiting for their word before they become "Your ratings". */
export class ImportStore extends Store<{ summary: OwnRatingsSummary | null }> {
  constructor(context: Context) {
    super({ summary: null });
    for (const event of ["dataAdopted", "workerFailed", "filesOpened"] as const) {
      context.events.on(event, this.close);
    }
  }

  show(summary: OwnRatingsSummary): void {
    this.set({ summary });
  }

  close = (): void => this.set({ summary: null });
}
