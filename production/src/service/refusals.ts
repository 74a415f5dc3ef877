import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { describeError } from "./describeError.ts";
import { otherMethods } from "./otherMethods.ts";

type Server = Pick<
  FastifyInstance,
  "addHook" | "removeContentTypeParser" | "setErrorHandler" | "setNotFoundHandler"
>;

/** Whatever is refused is refused in the one form that is documented. Call it before the routes are added. */
export function addRefusals(app: Server): void {
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
}

export function sendError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, retryAfter } = describeError(error);
  if (status >= 500) request.log.error(error);
  if (retryAfter) reply.header("Retry-After", retryAfter);
  reply.status(status).send(body);
}
