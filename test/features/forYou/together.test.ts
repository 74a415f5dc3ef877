import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromLink, toLink } from "../../../src/features/forYou/page/together/link.ts";
import { createServices } from "../../../src/services.ts";
import { learnTastes } from "../../support/learnTastes.ts";
import { filmsOf } from "../../support/tasteFiles.ts";

describe("a link with ratings", () => {
  it("says of any films what was rated", () => {
    const rating = fc.record({
      filmId: fc.string({ minLength: 1 }),
      stars: fc.integer({ min: 1, max: 10 }).map((halves) => halves / 2),
    });
    fc.assert(
      fc.property(fc.uniqueArray(rating, { selector: ({ filmId }) => filmId, maxLength: 20 }), (ratings) => {
        expect(fromLink(toLink(ratings))).toEqual(ratings);
      }),
      { numRuns: 100 },
    );
  });

  it("is no other address, and leaves out what cannot be a rating", () => {
    expect(fromLink("#/?popularity=40")).toBeNull();
    expect(fromLink("#/together")).toBeNull();
    expect(fromLink("#/together?ratings=1~10.2~11.3~x.%25E0~4")).toEqual([{ filmId: "1", stars: 5 }]);
  });
});

describe("a list for two", () => {
  const services = createServices();
  const [even, odd] = [filmsOf(0), filmsOf(1)];
  const liking = (ids: string[]) => ({ ratings: ids.map((filmId) => ({ filmId, stars: 5 })), answers: [] });
  const one = liking(even.slice(0, 4));
  const other = liking(odd.slice(0, 4));
  beforeAll(async () => {
    await learnTastes(services);
  });

  it("holds nothing that either knows, and says what each would think", async () => {
    const films = await services.together.list([one, other], "average", 30);
    expect(films.map(({ id }) => id).sort()).toEqual([...even.slice(4), ...odd.slice(4)].sort());
    for (const { id, places } of films) {
      const [own, theirs] = places;
      if (even.includes(id)) expect(own).toBeLessThan(theirs);
      else expect(theirs).toBeLessThan(own);
    }
  });

  it("compares tastes: like with like, and unlike with unlike", async () => {
    const same = await services.together.compare(one, one);
    expect(same).toMatchObject({ bothRated: 4, agreed: 4, moreOfOne: [], moreOfOther: [] });
    expect(same.inCommon).toBe(same.compared);
    const shared = { ratings: [...other.ratings, { filmId: even[0], stars: 1 }], answers: [] };
    expect(await services.together.compare(one, shared)).toMatchObject({ bothRated: 1, agreed: 0 });
  });
});
