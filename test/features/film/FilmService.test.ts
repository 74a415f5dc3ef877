import { expect, test } from "vitest";
import { createServices } from "../../../src/services.ts";
import { openInto } from "../../support/openInto.ts";

test("what its fans also liked has what they like more than others do first, and never the film itself", async () => {
  const likers: Record<string, number> = { film: 8, special: 7, popular: 20, rare: 1 };
  const rows = Object.entries(likers).flatMap(([film, users]) =>
    Array.from({ length: 20 }, (_, user) => `${user},${film},${user < users ? 5 : 1}`),
  );
  const services = createServices();
  await openInto(services, [new File([["userId,movieId,rating", ...rows, ""].join("\n")], "ratings.csv")]);
  const details = await services.film.details("film");
  expect(details?.alsoLiked.map(({ film, share }) => [film.id, share])).toEqual([
    ["special", 7 / 8],
    ["popular", 1],
  ]);
  expect(details).toMatchObject({
    ...{ ratings: 20, mean: (8 * 5 + 12) / 20, years: [], similar: [] },
    histogram: [
      { rating: 1, count: 12 },
      { rating: 5, count: 8 },
    ],
  });
  expect(await services.film.details("none")).toBeNull();
});
