import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds; recommendations take fractions of a millisecond to some tens of them. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What Prometheus reads from `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];
  readonly requests = new Histogram({
    name: "matinee_http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["route", "status"] as const,
    buckets: BUCKETS,
    registers: this.#registers,
  });
  readonly answers = new Histogram({
    name: "matinee_recommend_duration_seconds",
    help: "Time that a model takes for a list, waiting for its thread included, by the model",
    labelNames: ["model"] as const,
    buckets: BUCKETS,
    registers: this.#registers,
  });
  readonly lists = new Counter({
    name: "matinee_lists_total",
    help: "Lists recommended, by the model that answered and by whether ratings were folded in",
    labelNames: ["model", "kind"] as const,
    registers: this.#registers,
  });
  readonly feedback = new Counter({
    name: "matinee_feedback_total",
    help: "Ratings taken in",
    registers: this.#registers,
  });
  readonly hits = new Counter({
    name: "matinee_feedback_hits_total",
    help: "Likes of an item that was in the user's last list, by the model that recommended it",
    labelNames: ["model"] as const,
    registers: this.#registers,
  });
  readonly learnFailures = new Counter({
    name: "matinee_learn_failures_total",
    help: "Times that feedback could not be learnt; the log says why",
    registers: this.#registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Figures that are looked up when they are read. */
  watch(
    look: () => { unlearnt: number; inFlight: number; modelAge: number; newer: number; drift: number },
  ): void {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: this.#registers,
        collect() {
          this.set(value());
        },
      });
    gauge(
      "matinee_feedback_unlearnt",
      "Ratings that are folded in but not learnt yet",
      () => look().unlearnt,
    );
    gauge(
      "matinee_questions_in_flight",
      "Questions that the model has not answered yet",
      () => look().inFlight,
    );
    gauge("matinee_model_age_seconds", "Time since the current model took over", () => look().modelAge);
    gauge(
      "matinee_model_newer_share",
      "Share of the current model's ratings that came after its last training from scratch",
      () => look().newer,
    );
    gauge(
      "matinee_model_drift",
      "Change in precision at 10 since then, of users who rated nothing new",
      () => look().drift,
    );
  }
}
