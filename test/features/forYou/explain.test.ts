import { beforeAll, describe, expect, test } from "vitest";
import type { OwnRating } from "../../../src/core/api/Film.ts";
import { NEUTRAL } from "../../../src/features/forYou/neutral.ts";
import { createServices } from "../../../src/services.ts";
import { learnTastes } from "../../support/learnTastes.ts";
import { filmsOf } from "../../support/tasteFiles.ts";

const services = createServices();
const [even, odd] = [filmsOf(0), filmsOf(1)];

beforeAll(() => learnTastes(services));

const explain = (filmId: string, ratings: OwnRating[]) =>
  services.recommendations.explain(filmId, { ratings, answers: [], steering: NEUTRAL });
const rated = (stars: number, ...ids: string[]) => ids.map((filmId) => ({ filmId, stars }));

describe("an explanation", () => {
  test("tells of each answer what scoring again without it makes of the film", async () => {
    const ratings = [...rated(5, odd[0], odd[1]), ...rated(3.5, even[0]), ...rated(1, even[1])];
    for (const asked of [odd[4], even[4]]) {
      const { score, carriers } = await explain(asked, ratings);
      for (const left of ratings) {
        const title = left.filmId === "1" ? "The Matrix" : `Film ${left.filmId}`;
        const without = await explain(
          asked,
          ratings.filter((one) => one !== left),
        );
        const share = carriers.find((carrier) => carrier.title === title)?.share ?? 0;
        expect(share).toBeCloseTo(score - without.score, 5);
      }
    }
  });

  test("says which answers all have to be gone for the film to leave the first", async () => {
    const ratings = rated(5, odd[0], odd[1], even[0]);
    const titleOf = (id: string) => (id === "1" ? "The Matrix" : `Film ${id}`);
    let kept = 0;
    for (const asked of [...odd.slice(2), ...even.slice(1)]) {
      const { place, keptBy } = await explain(asked, ratings);
      if (keptBy === null) continue;
      kept++;
      expect(place).toBeLessThanOrEqual(24);
      const left = ratings.filter(({ filmId }) => !keptBy.includes(titleOf(filmId)));
      expect(left.length).toBe(ratings.length - keptBy.length);
      expect((await explain(asked, left)).place).toBeGreaterThan(24);
    }
    expect(kept).toBeGreaterThan(0);
  });

  test("what was seen and not rated lifts what goes with it, and less than a like does", async () => {
    const ratings = rated(3.5, odd[0]);
    const placeOf = async (own: OwnRating[], seen: string[]) => {
      const answers = seen.map((filmId) => ({ filmId, answer: "seen" as const }));
      const wishes = { ratings: own, answers, steering: NEUTRAL };
      return (await services.recommendations.explain(even[4], wishes)).place;
    };
    const [nothing, seen, liked] = [
      await placeOf(ratings, []),
      await placeOf(ratings, even.slice(0, 2)),
      await placeOf([...ratings, ...rated(5, ...even.slice(0, 2))], []),
    ];
    expect([nothing > seen, seen >= liked]).toEqual([true, true]);
  });

  test("a dislike lowers what is near it, and nothing that is nearer to a like", async () => {
    const likes = rated(5, odd[0], odd[1]);
    const scoreOf = async (filmId: string, ratings: OwnRating[]) => (await explain(filmId, ratings)).score;
    const disliked = [...likes, ...rated(0.5, even[0])];
    expect(await scoreOf(even[1], disliked)).toBeLessThan(await scoreOf(even[1], likes));
    expect(await scoreOf(odd[4], disliked)).toBeCloseTo(await scoreOf(odd[4], likes), 5);
  });
});
