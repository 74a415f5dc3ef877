import { describe, expect, it } from "vitest";
import { Replica } from "../../src/core/page/ratings/Replica.ts";
import type { RatingChange, Said } from "../../src/core/page/ratings/Said.ts";

const rated = (stars: number): Said => ({ stars, answer: null, ratedAt: 1, place: 1 });
const change = (filmId: string, stars: number | null): RatingChange => ({
  dataset: "d",
  filmId,
  said: stars === null ? null : rated(stars),
});
const starsOf = (replica: Replica, filmId: string) => replica.get(filmId)?.stars ?? null;
const NONE = new Set<RatingChange>();

it("a rating that is changed while it is being saved is unsaved until it is saved itself", () => {
  const replica = new Replica();
  const [first, second] = [change("1", 3), change("1", 5)];
  replica.change([first]);
  replica.change([second]);
  replica.saved([first], 1);
  expect(replica.unsaved()).toEqual([second]);
  expect(starsOf(replica, "1")).toBe(5);
  replica.saved([second], 2);
  expect(replica.unsaved()).toEqual([]);
  expect(starsOf(replica, "1")).toBe(5);
});

describe("of two writes the later holds, whichever becomes known first", () => {
  it("from another tab", () => {
    const replica = new Replica();
    replica.follow([change("1", 5)], 4, NONE);
    replica.follow([change("1", 2)], 3, NONE);
    expect(starsOf(replica, "1")).toBe(5);
  });

  it("from what was read, which may have been read before", () => {
    const replica = new Replica();
    const read = (writes: number) =>
      replica.load({
        said: new Map([
          ["1", rated(2)],
          ["2", rated(4)],
        ]),
        writes,
      });
    replica.follow([change("1", 5), change("2", null), change("3", 1)], 3, NONE);
    read(2);
    expect(["1", "2", "3"].map((id) => starsOf(replica, id))).toEqual([5, null, 1]);
    read(3);
    expect(["1", "2", "3"].map((id) => starsOf(replica, id))).toEqual([2, 4, null]);
    replica.follow([change("2", 1), change("3", 1)], 2, NONE);
    expect(["2", "3"].map((id) => starsOf(replica, id))).toEqual([4, null]);
  });
});
