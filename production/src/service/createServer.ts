import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { describeError } from "./describeError.ts";
import type { Metrics } from "./Metrics.ts";
import { otherMethods } from "./otherMethods.ts";
import type { RecommendService } from "./RecommendService.ts";
import { requestLog } from "./requestLog.ts";
import { requireKey } from "./requireKey.ts";
import { addAnswerRoutes } from "./routes/answers.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addModelRoutes } from "./routes/models.ts";
import { addRatingsRoute } from "./routes/ratings.ts";
import { ErrorBody } from "./schemas.ts";
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
  const app = fastify({
    ...(options.log && requestLog()),
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

  app.setErrorHandler(sendError);
  // Text would be refused for not being an object, which helps nobody.
  app.removeContentTypeParser("text/plain");
  const methodsAt = otherMethods(app);
  app.addHook("onRequest", async (request, reply) => {
    if (!request.is404) return;
    const methods = methodsAt(request.url.split("?", 1)[0]).join(", ");
    if (methods === "") return;
    const message = `${request.url} answers ${methods}. See /docs.`;
    await reply.status(405).header("Allow", methods).send({ error: "MethodNotAllowed", message });
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `There is nothing at ${request.method} ${request.url}. See /docs.`;
    reply.status(404).send({ error: "NotFound", message });
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    metrics.requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  // What any route may answer: no key, too many requests, too large, too many waiting.
  app.addHook("onRoute", ({ schema }) => {
    if (schema?.response) Object.assign(schema.response, { "4xx": ErrorBody, "5xx": ErrorBody });
  });

  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Matinee",
        description: "Recommendations for users in the data, and for anybody from their ratings.",
        version: "0.1.0",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      ...(options.apiKey && { security: [{ key: [] }] }),
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
      tags: [
        { name: "answers", description: "What to recommend" },
        { name: "feedback", description: "What users rate" },
        { name: "model", description: "Which model answers" },
        { name: "operations", description: "Health and metrics" },
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
  app.get("/", { schema: { hide: true } }, (_request, reply) => reply.redirect("docs"));
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  return app;
}

function sendError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, retryAfter } = describeError(error);
  if (status >= 500) request.log.error(error);
  if (retryAfter) reply.header("Retry-After", retryAfter);
  reply.status(status).send(body);
}
