import type { FastifyReply } from "fastify";
import type { Answer, RecommendService } from "../RecommendService.ts";
import { AskBody, ErrorBody, List, OfItem, OfUser, SimilarQuery, UserQuery } from "../schemas.ts";
import type { App } from "./App.ts";

const response = { 200: List, 400: ErrorBody, 404: ErrorBody, 503: ErrorBody };
const tags = ["answers"];

export function addAnswerRoutes(app: App, service: RecommendService): void {
  app.get(
    "/users/:user/recommendations",
    {
      schema: {
        operationId: "recommendForUser",
        summary: "Recommend to a user of the data, or one who has given feedback",
        tags,
        params: OfUser,
        querystring: UserQuery,
        response,
      },
    },
    async ({ params, query: { n = 10, label, includeRated = false } }, reply) => {
      const options = { n, includeRated, ...(label !== undefined && { labels: [label] }) };
      return send(reply, await service.recommend({ user: params.user }, options));
    },
  );

  app.post(
    "/recommendations",
    {
      schema: {
        operationId: "recommend",
        summary: "Recommend to anybody by ratings or labels, with rules",
        tags,
        body: AskBody,
        response,
      },
    },
    async ({ body: { user, ratings, labels, n = 10, includeRated = false, rules } }, reply) => {
      const own = ratings?.map(({ item, rating }) => [item, rating] as const);
      return send(
        reply,
        await service.recommend({ user, ratings: own, labels }, { n, includeRated, ...rules }),
      );
    },
  );

  app.get(
    "/items/:item/similar",
    {
      schema: {
        operationId: "similarItems",
        summary: "The items most like one of them",
        tags,
        params: OfItem,
        querystring: SimilarQuery,
        response,
      },
    },
    async ({ params, query: { n = 10 } }, reply) => send(reply, await service.similar(params.item, n)),
  );
}

function send(reply: FastifyReply, { model, list }: Answer) {
  reply.header("Matinee-Model", model);
  return { model, items: list };
}
