import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** What anybody may ask: whether it lives, and how to ask. */
const OPEN = /^\/(healthz|readyz|openapi\.json|docs(\/.*)?)?$/;

/** Every other request needs `Authorization: Bearer KEY`. */
export function requireKey(app: Pick<FastifyInstance, "addHook">, key: string): void {
  const expected = hash(`Bearer ${key}`);
  app.addHook("onRequest", async (request, reply) => {
    if (OPEN.test(request.routeOptions.url ?? "") || request.method === "OPTIONS") return;
    // Hashed to the same length, and compared in a time that gives nothing away.
    if (timingSafeEqual(hash(request.headers.authorization ?? ""), expected)) return;
    const message = "Send the API key as `Authorization: Bearer KEY`.";
    await reply.status(401).header("WWW-Authenticate", "Bearer").send({ error: "Unauthorized", message });
  });
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
