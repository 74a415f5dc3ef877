import type { RecommendService } from "../RecommendService.ts";
import { ErrorBody, RatingsBody, RatingsKept } from "../schemas.ts";
import type { App } from "./App.ts";

export function addRatingsRoute(app: App, service: RecommendService): void {
  app.post(
    "/ratings",
    {
      schema: {
        operationId: "addRatings",
        summary: "Add ratings from users",
        description:
          "Answers once the ratings are on the disk; the next recommendation counts them. Sending a rating again does no harm.",
        tags: ["feedback"],
        body: RatingsBody,
        response: { 201: RatingsKept, 400: ErrorBody },
      },
    },
    async ({ body: { ratings } }, reply) => {
      await service.addRatings(ratings);
      return reply.status(201).send({ kept: ratings.length });
    },
  );
}
