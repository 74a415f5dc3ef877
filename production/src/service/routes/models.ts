import { Type } from "typebox";
import { ArgumentError, BusyError } from "../../../../src/errors.ts";
import type { RecommendService } from "../RecommendService.ts";
import { ErrorBody, Learning, ModelState, NewModel, SwitchBody } from "../schemas.ts";
import type { App } from "./App.ts";

const tags = ["model"];
/** What a model file may take, as in memory. */
const MODEL_LIMIT = 2 ** 31;
const MODEL_TIME_LIMIT = 600_000;

export function addModelRoutes(app: App, service: RecommendService): void {
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  const { versions } = service;

  app.get(
    "/model",
    {
      schema: {
        operationId: "getModel",
        summary: "Which model answers",
        tags,
        response: { 200: ModelState },
      },
    },
    async () => {
      const { users, items, likedFrom } = versions.current.facts;
      const feedback = {
        total: service.feedback.sequence,
        unlearnt: service.unlearnt,
        learning: service.isLearning,
      };
      return { ...versions.state, users, items, likedFrom, feedback };
    },
  );

  app.post(
    "/model",
    {
      bodyLimit: MODEL_LIMIT,
      handlerTimeout: MODEL_TIME_LIMIT,
      schema: {
        operationId: "uploadModel",
        summary: "Replace the model with another",
        description:
          "The bytes of an .npz. It is opened beside the current one; if it cannot be, that one stays.",
        tags,
        consumes: ["application/octet-stream"],
        body: Type.Unsafe<unknown>({ type: "string", format: "binary" }),
        response: { 201: NewModel, 400: ErrorBody, 409: ErrorBody, 422: ErrorBody },
      },
      // The schema is for the document: what comes is not text.
      validatorCompiler: () => () => true,
    },
    async ({ body }, reply) => {
      if (!Buffer.isBuffer(body)) {
        throw new ArgumentError("Send the bytes of an .npz, with Content-Type: application/octet-stream.");
      }
      return reply.status(201).send({ model: await versions.add(body, "upload") });
    },
  );

  app.put(
    "/model",
    {
      handlerTimeout: MODEL_TIME_LIMIT,
      schema: {
        operationId: "switchModel",
        summary: "Roll back to an earlier version, or try one on a share of the users",
        tags,
        body: SwitchBody,
        response: { 200: NewModel, 400: ErrorBody, 404: ErrorBody, 409: ErrorBody },
      },
    },
    async ({ body: { version, share } }) => {
      if (share === undefined) await versions.switchTo(version);
      else await versions.setCandidate(version, share);
      return { model: versions.current.version };
    },
  );

  app.post(
    "/model/learn",
    {
      schema: {
        operationId: "learnFeedback",
        summary: "Learn from the feedback now",
        description: "A clone learns what is not learnt yet, then takes over; see GET /model.",
        tags,
        response: { 202: Learning, 409: ErrorBody },
      },
    },
    async (request, reply) => {
      if (service.isLearning)
        throw new BusyError("Feedback is already being learnt. GET /model says when it is done.");
      const { unlearnt } = service;
      if (unlearnt > 0) service.learn().catch((error) => request.log.error(error));
      return reply.status(202).send({ unlearnt });
    },
  );
}
