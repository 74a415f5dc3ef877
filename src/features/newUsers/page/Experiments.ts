import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import { hindranceOf } from "../../../core/page/session/hindrance.ts";
import { NO_EXPERIMENTS, type PageState } from "../../../core/page/session/PageState.ts";
import type { NewUsersState } from "../../../core/page/session/Session.ts";
import type { ExperimentGround, Pace } from "../api.ts";

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  tell: (error: unknown) => void;
}

/** The experiments on those who are new: where the line is drawn, and what came of each. */
export class Experiments {
  readonly #ground: Ground;
  /** What arrives from before it is of data that is gone. */
  #run = 0;
  #timelineAsked = false;
  #underWay: Promise<void> | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async openTimeline(): Promise<void> {
    const { state, trainer, tell } = this.#ground;
    if (this.#timelineAsked || state.get().dataset === null) return;
    this.#timelineAsked = true;
    const run = this.#run;
    try {
      const timeline = await trainer().timeline();
      if (run === this.#run) this.#change({ timeline });
    } catch (error) {
      if (run === this.#run) tell(error);
    }
  }

  cutAt(cut: number): void {
    this.#change({ cut });
  }

  choose(user: string): void {
    this.#change({ user });
  }

  tune(): Promise<void> {
    return this.#watch("tuning", { points: [], popularity: null }, async (ground, tell) => {
      const ended = await this.#ground.trainer().tune(ground, (progress) => {
        const { points, popularity } = progress;
        tell({ progress, points, popularity });
      });
      return { stopped: !ended };
    });
  }

  search(seconds: number): Promise<void> {
    return this.#watch("search", { trials: [], best: null }, async (ground, tell) => {
      const ended = await this.#ground.trainer().searchSettings(ground, seconds, (progress) => {
        const { trials, best } = progress;
        tell({ progress, trials, best });
      });
      return { stopped: !ended };
    });
  }

  compare(): Promise<void> {
    return this.#watch("comparison", {}, async (ground, tell) => {
      const outcome = await this.#ground.trainer().compareWays(ground, (progress) => tell({ progress }));
      return outcome === null ? { stopped: true } : { outcome };
    });
  }

  replay(): Promise<void> {
    const { replay } = this.#ground.state.get().newUsers;
    const pace = { ...replay.pace, paused: false };
    return this.#watch("replay", { points: [], total: 0, pace }, async (ground, tell) => {
      const ended = await this.#ground.trainer().replay(ground, pace, (progress) => {
        const { points } = this.#ground.state.get().newUsers.replay;
        tell({ progress, total: progress.total, points: [...points, ...progress.points] });
      });
      return { stopped: !ended };
    });
  }

  setPace(pace: Pace): void {
    const { state, trainer, tell } = this.#ground;
    this.#change({ replay: { ...state.get().newUsers.replay, pace } });
    trainer().setPace(pace).catch(tell);
  }

  /** Stops what is under way, forgets what is of data that goes, and waits until the worker has let go of it. */
  async forget(): Promise<void> {
    const running = this.#underWay;
    this.drop();
    if (running === null) return;
    await this.#ground.trainer().stop();
    await running;
  }

  /** Forgets what is of data that is gone. */
  drop(): void {
    this.#run++;
    this.#timelineAsked = false;
    this.#ground.state.set({ newUsers: NO_EXPERIMENTS });
  }

  /** Runs one of the experiments: its news, its end and its failure go into its part of the state. */
  async #watch<Name extends "tuning" | "search" | "comparison" | "replay">(
    name: Name,
    atFirst: Partial<NewUsersState[Name]>,
    run: (
      ground: ExperimentGround,
      tell: (news: Partial<NewUsersState[Name]>) => void,
    ) => Promise<Partial<NewUsersState[Name]>>,
  ): Promise<void> {
    const { state, tell } = this.#ground;
    if (hindranceOf(state.get()) !== null) return;
    const mine = this.#run;
    const change = (news: Partial<NewUsersState[Name]>) => {
      if (mine === this.#run) this.#change({ [name]: { ...state.get().newUsers[name], ...news } });
    };
    const currentShare = state.get().newUsers.cut / 1000;
    const ground = { currentShare, settings: state.get().training.settings };
    const begun = { running: true, stopped: false, progress: null, ground };
    change({ ...begun, ...atFirst } as Partial<NewUsersState[Name]>);
    const work = run(ground, change).then(
      (outcome) => change({ ...outcome, running: false, progress: null }),
      (error: unknown) => {
        change({ running: false, progress: null, stopped: true } as Partial<NewUsersState[Name]>);
        if (mine === this.#run) tell(error);
      },
    );
    this.#underWay = work;
    await work;
    if (this.#underWay === work) this.#underWay = null;
  }

  #change(change: Partial<PageState["newUsers"]>): void {
    const { state } = this.#ground;
    state.set({ newUsers: { ...state.get().newUsers, ...change } });
  }
}
