import type { ArrivalProgress, TrainingProgress, TrainingSettings } from "../../../core/api.ts";
import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import { seldom } from "../../../core/page/seldom.ts";
import { NO_ARRIVALS, type PageState, UNTRAINED } from "../../../core/page/session/PageState.ts";
import type { TrainingState } from "../../../core/page/session/Session.ts";
import type { TrainingCourse } from "../../saved/api.ts";

/** Milliseconds between two pieces of news of a run: oftener, and the page would do little but draw them. */
const BETWEEN_NEWS = 100;

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  /** Called when the model has learnt something new. */
  learnt: () => Promise<void>;
  /** Called when a run has ended or was stopped. */
  ended: () => void;
  tell: (error: unknown) => void;
}

/** The runs of the model, training and the taking in of new users, and what the page is told of them. */
export class Learning {
  readonly #ground: Ground;
  /** What arrives from a run before this one is news of a model that is gone. */
  #run = 0;
  #underWay: Promise<void> = Promise.resolve();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  train(settings: TrainingSettings, mode: "anew" | "on"): Promise<void> {
    if (this.#ground.state.get().training.running) return this.#underWay;
    this.#underWay = this.#train(settings, mode);
    return this.#underWay;
  }

  takeInNewUsers(): void {
    if (this.#ground.state.get().arrivals.running) return;
    this.#underWay = this.#takeInNewUsers();
  }

  stop(): void {
    this.#ground.trainer().stop().catch(this.#ground.tell);
  }

  /** Stops what is under way, forgets the model and waits until the worker has let go of it. */
  async forget(): Promise<void> {
    const { state, trainer } = this.#ground;
    const { training, arrivals } = state.get();
    this.drop();
    if (training.running || arrivals.running) {
      await trainer().stop();
      await this.#underWay;
    }
  }

  /** Goes on from a model that is there already. */
  takeUp({ brought, ...course }: TrainingCourse): void {
    const origin = brought ? "brought" : "earlier";
    this.#ground.state.set({ training: { ...UNTRAINED, ...course, origin } });
  }

  /** Forgets the model without asking the worker, which may be dead. */
  drop(): void {
    this.#run++;
    this.#ground.state.set({ training: UNTRAINED, arrivals: NO_ARRIVALS });
  }

  async #train(settings: TrainingSettings, mode: "anew" | "on"): Promise<void> {
    const { state, trainer, learnt, ended, tell } = this.#ground;
    const run = ++this.#run;
    const change = (training: Partial<TrainingState>) =>
      run === this.#run && state.set({ training: { ...state.get().training, ...training } });

    let progress: TrainingProgress | null = null;
    let asked = false;
    let history = mode === "anew" ? [] : state.get().training.history;
    const showProgress = seldom(BETWEEN_NEWS, () => {
      const { running } = state.get().training;
      const reported = history.length === 0 ? {} : { epochsDone: history[history.length - 1].epoch };
      const popularity = progress?.popularity;
      change({ history, ...(popularity && { popularity }), ...(running ? { progress, ...reported } : {}) });
    });

    change({ running: true, settings, progress, history, stopped: false });
    if (mode === "anew") change({ epochsDone: 0 });
    try {
      const outcome = await trainer().train(settings, mode, (news) => {
        progress = news;
        if (news.report !== null) history = [...history, news.report];
        showProgress();
        if (news.recommends && !asked && state.get().recommendations === null) {
          asked = true;
          learnt().catch(tell);
        }
      });
      if (run !== this.#run) return;
      const { epochsDone, seconds, stopped, popularity } = outcome;
      const outcomes = { history, epochsDone, seconds, stopped, popularity };
      change({ running: false, progress: null, ...outcomes, origin: "here" });
      await learnt();
      ended();
    } catch (error) {
      if (run !== this.#run) return;
      change({ running: false, progress: null });
      tell(error);
    }
  }

  async #takeInNewUsers(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    const run = this.#run;
    state.set({ arrivals: { running: true, progress: null, outcome: null } });
    try {
      const outcome = await trainer().takeInNewUsers(
        { ...state.get().training.settings, currentShare: state.get().newUsers.cut / 1000 },
        (progress: ArrivalProgress) => {
          const { arrivals } = state.get();
          if (run === this.#run && arrivals.running) state.set({ arrivals: { ...arrivals, progress } });
        },
      );
      if (run === this.#run) state.set({ arrivals: { running: false, progress: null, outcome } });
    } catch (error) {
      if (run !== this.#run) return;
      state.set({ arrivals: NO_ARRIVALS });
      tell(error);
    }
  }
}
