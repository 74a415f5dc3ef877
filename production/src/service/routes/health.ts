import { Type } from "typebox";
import type { Metrics } from "../Metrics.ts";
import type { RecommendService } from "../RecommendService.ts";
import { ErrorBody } from "../schemas.ts";
import type { App } from "./App.ts";

const tags = ["operations"];
const Ok = Type.Object({ status: Type.Literal("ok") });

/** These are asked by machines, often: they count against no limit. */
const config = { rateLimit: false } as const;

export function addHealthRoutes(app: App, service: RecommendService, metrics: Metrics): void {
  app.get(
    "/healthz",
    {
      config,
      schema: {
        operationId: "isAlive",
        summary: "Whether the process answers",
        tags,
        security: [],
        response: { 200: Ok },
      },
    },
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/readyz",
    {
      config,
      schema: {
        operationId: "isReady",
        summary: "Whether a model is ready to answer",
        tags,
        security: [],
        response: { 200: Ok, 503: ErrorBody },
      },
    },
    async (_request, reply) => {
      if (service.versions.current.isReady) return { status: "ok" as const };
      return reply.status(503).send({ error: "NotReady", message: "The model is being opened." });
    },
  );

  metrics.watch(() => {
    const { current, candidate, state } = service.versions;
    const entry = state.versions.find(({ version }) => version === state.current);
    return {
      unlearnt: service.unlearnt,
      inFlight: current.inFlight + (candidate?.inFlight ?? 0),
      newer: current.facts.newer,
      drift: current.facts.drift,
      modelAge: entry ? Math.max(0, Date.now() - Date.parse(entry.since)) / 1000 : 0,
    };
  });
  app.get(
    "/metrics",
    {
      config,
      schema: {
        operationId: "getMetrics",
        summary: "Metrics for Prometheus",
        tags,
        response: {
          200: { description: "Figures as text", content: { "text/plain": { schema: Type.String() } } },
        },
      },
    },
    async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
