import { setTimeout } from "node:timers/promises";
import { type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { destination } from "pino";

/**
 * Bytes that are gathered before they are written, milliseconds after which they are written anyway, and bytes beyond which
 * lines are dropped if they cannot be written.
 */
const GATHERED = { minLength: 4096, periodicFlush: 200, maxLength: 2 ** 22 };

/** Milliseconds that the end of the process waits for the last lines. */
const LONGEST_FLUSH = 1000;

/** One line a request: two, each written at once, took as long as sending the answers did. */
class OneLineEach extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply) {
    const line = { req: request, res: reply, responseTime: reply.elapsedTime };
    if (error) reply.log.error({ ...line, err: error }, "request errored");
    else reply.log.info(line, "request completed");
  }
}

/** What Fastify logs with: JSON lines on stdout, written a moment later and at the end of the process. */
export function requestLog() {
  const stream = destination({ dest: 1, sync: false, ...GATHERED });
  // A full disk under the log is no reason to end: every line tries again.
  let isWritable = false;
  stream.on("error", () => {
    isWritable = false;
  });
  stream.on("write", (bytes) => {
    if (bytes > 0) isWritable = true;
  });
  // At the end, Pino would try for ever.
  process.prependListener("exit", () => {
    if (!isWritable) stream.destroy();
  });

  /** Writes what is gathered, or finds out that it cannot be written, before the process ends. */
  const flush = async () => {
    const told = new Promise<true>((resolve) => stream.flush(() => resolve(true)));
    if (!(await Promise.race([told, setTimeout(LONGEST_FLUSH, false, { ref: false })]))) isWritable = false;
  };
  return { options: { logger: { stream }, logController: new OneLineEach() }, flush };
}
