import { beforeAll, describe, expect, it } from "vitest";
import { scoredModel } from "../../../src/evaluation/protocols/contestants.ts";
import { MAIN_FIGURE, measureQuality, type Quality } from "../../../src/evaluation/protocols/quality.ts";
import type { Interactions } from "../../../src/matrix/Interactions.ts";
import { RECOMMENDED } from "../../../src/model/recommended.ts";
import { likesByTaste } from "../../support/likesByTaste.ts";

const USERS = 400;
const ITEMS = 1600;
const COMMUNITIES = 40;
const LIKES = 30;

/**
 * Likes as scattered as those of papers: users of two of many communities, each with its own favourites, and a seventh
 * by chance. An average like is shared by fewer than 2 % of the users.
 */
function scattered(): Interactions {
  const own = ITEMS / COMMUNITIES;
  return likesByTaste({ users: USERS, items: ITEMS, each: LIKES }, (random) => {
    const communities = [random.below(COMMUNITIES), random.below(COMMUNITIES)];
    return () => {
      const community = communities[random.below(2)];
      return random.below(7) === 0 ? random.below(ITEMS) : community * own + random.below(own);
    };
  });
}

let quality: Quality;
beforeAll(async () => {
  const [matinee] = scoredModel("matinee", { hyperparameters: RECOMMENDED, epochs: 10 });
  quality = await measureQuality(scattered(), null, [{ name: matinee.name, choices: [matinee] }], {
    splits: 1,
  });
});

// One split and one fold, seed 1. The floors lie .009 to .016 below what was measured, and above what the model reaches
// without the additions (.103, .292, .225, .226); the ridge that was tuned reaches .125, .329, .240 and .262.
describe("where few people like the same things the scorer reaches", () => {
  it.each([
    ["W", 0.118],
    ["S", 0.315],
    ["V3", 0.24],
    ["V8", 0.242],
  ] as const)("%s, %d", (protocol, floor) => {
    expect(quality.figures[protocol]?.matinee[MAIN_FIGURE[protocol]].mean).toBeGreaterThan(floor);
  });
});
