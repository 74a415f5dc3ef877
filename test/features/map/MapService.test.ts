import { beforeAll, expect, it } from "vitest";
import type { Taste } from "../../../src/core/api/Film.ts";
import { createServices } from "../../../src/services.ts";
import { learnTastes } from "../../support/learnTastes.ts";
import { filmsOf } from "../../support/tasteFiles.ts";

const services = createServices();
const [even, odd] = [filmsOf(0), filmsOf(1)];

beforeAll(() => learnTastes(services));

it("colours films in the order of the person's own list, whatever they answered", async () => {
  const taste: Taste = {
    ratings: [{ filmId: even[0], stars: 5 }],
    answers: [
      ...odd.slice(0, 3).map((filmId) => ({ filmId, answer: "seen" as const })),
      { filmId: even[1], answer: "notForMe" },
    ],
  };
  const list = await services.recommendations.forRatings(taste.ratings, 30, taste.answers);
  const { ids } = await services.map.items();
  const liking = (await services.map.place(taste))?.liking ?? new Float32Array();
  const answered = new Set([...taste.ratings, ...taste.answers].map(({ filmId }) => filmId));
  const byLiking = ids
    .map((id, place) => ({ id, liking: liking[place] }))
    .filter(({ id }) => !answered.has(id))
    .sort((one, other) => other.liking - one.liking);
  expect(byLiking.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
});
