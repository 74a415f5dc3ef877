import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { OwnRatingsSummary } from "../api.ts";

/** One person's files, matched and waiting for their word before they become "Your ratings". */
export class ImportStore extends Store<{ summary: OwnRatingsSummary | null }> {
  constructor(context: Context) {
    super({ summary: null });
    const { events, worker, alerts } = context;
    for (const event of ["dataAdopted", "workerFailed", "filesChosen"] as const) events.on(event, this.close);
    events.on("filesOpened", ({ kind }) => {
      if (kind !== "own") return;
      context
        .forThisData(() => worker.importRatings.match())
        .then((summary) => this.set({ summary }), alerts.tell);
    });
  }

  close = (): void => this.set({ summary: null });
}
