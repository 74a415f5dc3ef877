import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify from "fastify";
import { describeError } from "./describeError.ts";
import type { Metrics } from "./Metrics.ts";
import type { RecommendService } from "./RecommendService.ts";
import { requireKey } from "./requireKey.ts";
import { addAnswerRoutes } from "./routes/answers.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addModelRoutes } from "./routes/models.ts";
import { addRatingsRoute } from "./routes/ratings.ts";

export interface ServerOptions {
  /** Without one, everybody who reaches the port may do everything. */
  apiKey?: string | undefined;
  /** An origin whose pages may ask. */
  cors?: string | undefined;
  /** Requests a minute from one address. */
  rateLimit: number;
  /** Milliseconds that an answer may take. */
  timeLimit: number;
  log: boolean;
}

const BODY_LIMIT = 1024 * 1024;

/** The HTTP side of a service. */
export async function createServer(service: RecommendService, metrics: Metrics, options: ServerOptions) {
  const app = fastify({
    logger: options.log,
    bodyLimit: BODY_LIMIT,
    handlerTimeout: options.timeLimit,
    requestTimeout: 60_000,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 2048 },
    ajv: { customOptions: { coerceTypes: "array", removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setErrorHandler((error: Error, request, reply) => {
    const { status, body, retryAfter } = describeError(error);
    if (status >= 500) request.log.error(error);
    if (retryAfter) reply.header("Retry-After", retryAfter);
    reply.status(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `There is nothing at ${request.method} ${request.url}. See /docs.`;
    reply.status(404).send({ error: "NotFound", message });
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    metrics.requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Matinee",
        description: "Recommendations for users of the data, and for anybody by their ratings.",
        version: "0.1.0",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      ...(options.apiKey && { security: [{ key: [] }] }),
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
      tags: [
        { name: "answers", description: "What to recommend" },
        { name: "feedback", description: "What users say" },
        { name: "model", description: "Which model answers" },
        { name: "operations", description: "Whether it works" },
      ],
    },
  });
  await app.register(swaggerUi, { routePrefix: "/docs" });
  await app.register(rateLimit, { max: options.rateLimit, timeWindow: "1 minute" });
  if (options.cors) await app.register(cors, { origin: options.cors, exposedHeaders: ["Matinee-Model"] });
  if (options.apiKey) requireKey(app, options.apiKey);

  await app.register(async (routes) => {
    addHealthRoutes(routes, service, metrics);
    addAnswerRoutes(routes, service);
    addRatingsRoute(routes, service);
    addModelRoutes(routes, service);
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  return app;
}
