import type { FastifyReply } from "fastify";
import type { Answer, RecommendService } from "../RecommendService.ts";
import {
  AskBody,
  ErrorBody,
  ExplainBody,
  Explanation,
  List,
  OfItem,
  OfUser,
  SimilarQuery,
  UserQuery,
} from "../schemas.ts";
import type { App } from "./App.ts";

const errors = { 400: ErrorBody, 404: ErrorBody };
const response = { 200: List, ...errors };
const tags = ["answers"];

export function addAnswerRoutes(app: App, service: RecommendService): void {
  app.get(
    "/users/:user/recommendations",
    {
      schema: {
        operationId: "recommendForUser",
        summary: "Recommend to a user in the data, or one who has given feedback",
        tags,
        params: OfUser,
        querystring: UserQuery,
        response,
      },
    },
    async ({ params, query: { label, ...rest } }, reply) => {
      const options = { ...rest, ...(label !== undefined && { labels: [label] }) };
      return send(reply, await service.recommend({ user: params.user }, options));
    },
  );

  app.post(
    "/recommendations",
    {
      schema: {
        operationId: "recommend",
        summary: "Recommend to anybody from ratings or labels, with rules",
        tags,
        body: AskBody,
        response,
      },
    },
    async ({ body: { user, ratings, labels, rules, ...rest } }, reply) =>
      send(
        reply,
        await service.recommend({ user, ratings: asPairs(ratings), labels }, { ...rest, ...rules }),
      ),
  );

  app.post(
    "/explanations",
    {
      schema: {
        operationId: "explain",
        summary: "Why an item is recommended: what each like adds to its score",
        tags,
        body: ExplainBody,
        response: { 200: Explanation, ...errors },
      },
    },
    async ({ body: { user, ratings, item } }, reply) => {
      const { model, explanation } = await service.explain({ user, ratings: asPairs(ratings) }, item);
      reply.header("Matinee-Model", model);
      return { model, ...explanation };
    },
  );

  app.get(
    "/items/:item/similar",
    {
      schema: {
        operationId: "similarItems",
        summary: "The items most similar to a given one",
        tags,
        params: OfItem,
        querystring: SimilarQuery,
        response,
      },
    },
    async ({ params, query: { n = 10 } }, reply) => send(reply, await service.similar(params.item, n)),
  );
}

function asPairs(ratings: readonly { item: string; rating: number }[] | undefined) {
  return ratings?.map(({ item, rating }) => [item, rating] as const);
}

function send(reply: FastifyReply, { model, list }: Answer) {
  reply.header("Matinee-Model", model);
  return { model, items: list };
}
