import { expect, test } from "vitest";
import type { Film } from "../../../src/core/api/Film.ts";
import { linksFor } from "../../../src/features/film/page/linksFor.ts";

const thing: Film = {
  id: "1",
  title: "R&B #1 / 100%",
  year: 1999,
  genres: [],
  vector: new Float32Array(),
  hue: null,
};
const hosts = (noun: string) => linksFor(thing, noun).map(({ address }) => new URL(address).host);

test("each kind of thing is looked up where there are such things", () => {
  expect(hosts("film")).toEqual(["letterboxd.com", "www.imdb.com", "en.wikipedia.org"]);
  expect(hosts("book")).toEqual(["openlibrary.org", "www.goodreads.com", "en.wikipedia.org"]);
  expect(hosts("game")).toEqual(["en.wikipedia.org"]);
});

test("a title's own signs change no address, and the year goes along where it helps", () => {
  const [letterboxd, imdb] = linksFor(thing, "film").map(({ address }) => new URL(address));
  expect(decodeURIComponent(letterboxd.pathname)).toBe(`/search/films/${thing.title}/`);
  expect(letterboxd.search + letterboxd.hash).toBe("");
  expect(imdb.searchParams.get("q")).toBe(`${thing.title} 1999`);
  const [, , wikipedia] = linksFor({ ...thing, year: null }, "film");
  expect(new URL(wikipedia.address).searchParams.get("search")).toBe(thing.title);
});
