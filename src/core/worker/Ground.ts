import type { LoadedData } from "../../features/data/worker/LoadedData.ts";
import type { Recommender } from "../../features/forYou/worker/Recommender.ts";
import type { Film } from "../api.ts";

/** What the parts of a session stand on: the data, the model, and that one thing is learnt at a time. */
export interface Ground {
  /** @throws NotReadyError where there is none. */
  data(): LoadedData;
  /** @throws NotReadyError where no model has learnt yet. */
  recommender(): Recommender;
  film(data: LoadedData, row: number): Film;
  /**
   * Does work that can be stopped; other work meanwhile is a BusyError. News is heard before the answer.
   * @returns null where it was stopped
   */
  alone<News, Answer>(
    onNews: (news: News) => void,
    work: (signal: AbortSignal, tell: (news: News) => void) => Promise<Answer>,
  ): Promise<Answer | null>;
}
