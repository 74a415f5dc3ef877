import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify from "fastify";
import { addDocumentation } from "./documentation.ts";
import type { Metrics } from "./Metrics.ts";
import type { RecommendService } from "./RecommendService.ts";
import { addRefusals, sendError } from "./refusals.ts";
import { requestLog } from "./requestLog.ts";
import { requireKey } from "./requireKey.ts";
import { addAnswerRoutes } from "./routes/answers.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addModelRoutes } from "./routes/models.ts";
import { addRatingsRoute } from "./routes/ratings.ts";
import { validatorCompiler } from "./validate.ts";

export interface ServerOptions {
  /** Without one, everybody who reaches the port may do everything. */
  apiKey?: string | undefined;
  /** An origin whose pages may ask. */
  cors?: string | undefined;
  /** Requests a minute from one address. */
  rateLimit: number;
  /** Proxies in front, by address: what they say of who asks is believed, and of nobody else. */
  trustProxy?: string[] | undefined;
  /** Milliseconds that an answer may take. */
  timeLimit: number;
  log: boolean;
}

const BODY_LIMIT = 1024 * 1024;

/** The HTTP side of a service. */
export async function createServer(service: RecommendService, metrics: Metrics, options: ServerOptions) {
  const log = options.log ? requestLog() : null;
  const app = fastify({
    ...log?.options,
    bodyLimit: BODY_LIMIT,
    ...(options.trustProxy && { trustProxy: options.trustProxy }),
    handlerTimeout: options.timeLimit,
    requestTimeout: 60_000,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 2048 },
    // What no route is asked for, such as an address that is none.
    frameworkErrors: sendError,
  })
    .setValidatorCompiler(validatorCompiler)
    .withTypeProvider<TypeBoxTypeProvider>();
  if (log) app.addHook("onClose", log.flush);

  addRefusals(app);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    metrics.requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  await addDocumentation(app, options.apiKey !== undefined);
  await app.register(rateLimit, { max: options.rateLimit, timeWindow: "1 minute" });
  if (options.cors) await app.register(cors, { origin: options.cors, exposedHeaders: ["Matinee-Model"] });
  if (options.apiKey) requireKey(app, options.apiKey);
  await app.register(async (routes) => {
    addHealthRoutes(routes, service, metrics);
    addAnswerRoutes(routes, service);
    addRatingsRoute(routes, service);
    addModelRoutes(routes, service);
  });
  return app;
}
