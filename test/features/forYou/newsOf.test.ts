import { expect, test } from "vitest";
import type { Film } from "../../../src/core/api/Film.ts";
import { newsOf } from "../../../src/features/forYou/page/newsOf.ts";

const film = (title: string): Film => ({
  id: title,
  title,
  year: null,
  genres: [],
  vector: new Float32Array(),
  hue: null,
});
const [heat, ronin, fargo] = ["Heat", "Ronin", "Fargo"].map(film);

test("news names the first film that was not there before", () => {
  expect(newsOf("Rated Heat 4 stars", [heat, fargo], [fargo, ronin])).toBe(
    "Rated Heat 4 stars. New at the top: Ronin.",
  );
  expect(newsOf("Removed Heat", [fargo, ronin], [ronin, fargo])).toBe(
    "Removed Heat. The list stays as it is.",
  );
  expect(newsOf("Rated Heat 4 stars", null, [fargo])).toBe("Rated Heat 4 stars.");
});
