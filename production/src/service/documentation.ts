import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { App } from "./routes/App.ts";
import { ErrorBody } from "./schemas.ts";

/**
 * The OpenAPI document, made from the schemas of the routes that are added later, and a page that shows it.
 * @param needsKey whether callers must send a key
 */
export async function addDocumentation(app: App, needsKey: boolean): Promise<void> {
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
      ...(needsKey && { security: [{ key: [] }] }),
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
  app.get("/", { schema: { hide: true } }, (_request, reply) => reply.redirect("docs"));
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
