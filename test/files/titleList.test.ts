import { expect, it } from "vitest";
import { textTable } from "../support/textTable.ts";

const long = (letters: number) => `A${"b".repeat(letters - 1)}`;

it.each<[string, string, string]>([
  [
    "ratings of some only",
    "Heat (1995) 9/10\nJaws (1975)\nBig (1988)\n",
    "title|rating|listed / Heat (1995)|9/10| / Jaws (1975)|| / Big (1988)||",
  ],
  [
    "boxes of some only",
    "[x] Heat (1995)\nJaws (1975)\n[ ] Big (1988)\n",
    "title|watched / Heat (1995)|yes / Jaws (1975)|no / Big (1988)|no",
  ],
  [
    "four of five with years",
    "Heat (1995)\nJaws (1975)\nBig (1988)\nAlien (1979)\nRan\n",
    "title|listed / Heat (1995)| / Jaws (1975)| / Big (1988)| / Alien (1979)| / Ran|",
  ],
  ["three of five with years", "Heat (1995)\nJaws (1975)\nBig (1988)\nAlien\nRan\n", "no table"],
  [
    "one title of five twice",
    "Heat (1995)\nHeat (1995)\nBig (1988)\nAlien (1979)\nRan (1985)\n",
    "title|listed / Heat (1995)| / Heat (1995)| / Big (1988)| / Alien (1979)| / Ran (1985)|",
  ],
  ["points of 10 and of 100", "Heat 9/10\nJaws 90/100\nBig 70/100\n", "no table"],
  [
    "points with a space",
    "Heat 9/ 10\nJaws 9 /10\nBig 7 / 10\n",
    "title|rating|listed / Heat|9/ 10| / Jaws|9 /10| / Big|7 / 10|",
  ],
  [
    "points and stars",
    "Heat 9/10\nJaws ★★\nBig 7/10\n",
    "title|rating|listed / Heat|9/10| / Jaws|★★| / Big|7/10|",
  ],
  [
    "a title that goes on in the next line",
    'Heat (1995)\n"Jaws (1975)\nBig (1988)"\nAlien (1979)\n',
    "no table",
  ],
  ["one line with a tab", "Heat (1995)\nJaws\t(1975)\nBig (1988)\n", "no table"],
  [
    "the word film as a title, further down",
    "Heat (1995)\nFilm (1965)\nBig (1988)\n",
    "title|listed / Heat (1995)| / Film (1965)| / Big (1988)|",
  ],
  [
    "a film that is called after films, first",
    "Cinema Paradiso (1988)\nJaws (1975)\nBig (1988)\n",
    "title|listed / Cinema Paradiso (1988)| / Jaws (1975)| / Big (1988)|",
  ],
  [
    "the same with a rating",
    "Cinema Paradiso 9/10\nJaws 8/10\nBig 7/10\n",
    "title|rating|listed / Cinema Paradiso|9/10| / Jaws|8/10| / Big|7/10|",
  ],
  [
    "the same behind its rating",
    "9/10 Cinema Paradiso\n8/10 Jaws\n7/10 Big\n",
    "title|rating|listed / Cinema Paradiso|9/10| / Jaws|8/10| / Big|7/10|",
  ],
  [
    "films with bullets, the first called after films",
    "- Cinema Paradiso\n- Jaws (1975)\n- Big (1988)\n- Ran (1985)\n- Heat (1995)\n",
    "title|listed / Cinema Paradiso| / Jaws (1975)| / Big (1988)| / Ran (1985)| / Heat (1995)|",
  ],
  [
    "a heading of what was seen, with spaces",
    " films seen \nHeat\nJaws\nBig\n",
    "title|listed / Heat| / Jaws| / Big|",
  ],
  [
    "blank bullets",
    "Heat (1995)\n- \nJaws (1975)\nBig (1988)\n",
    "title|listed / Heat (1995)| / Jaws (1975)| / Big (1988)|",
  ],
  [
    "titles as long as they may be",
    `Films\n${long(60)}\nJaws\nBig\n`,
    `title|listed / ${long(60)}| / Jaws| / Big|`,
  ],
  ["titles longer than that", `Films\n${long(61)}\nJaws\nBig\n`, "no table"],
  ["a sentence among films", "Films\nHeat\nJaws\nI went to town.\n", "no table"],
  ["small letters among films", "Films\nHeat\nJaws\nbig\n", "no table"],
  [
    "links without https",
    "[Heat](http://x.org) (1995)\n[Jaws](https://x.org/a_(b) (1975)\nBig (1988)\n",
    "title|listed / Heat (1995)| / Jaws (1975)| / Big (1988)|",
  ],
  [
    "links of Org",
    "Ran (1985)\n[[https://x.org][Heat]] (1995)\n[[Big]] (1988)\n",
    "title|listed / Ran (1985)| / Heat (1995)| / Big (1988)|",
  ],
  [
    "stars within a word",
    "M*A*S*H (1970)\nHeat_2_ (1995)\n*Jaws* (1975)\n",
    "title|listed / M*A*S*H (1970)| / Heat_2_ (1995)| / Jaws (1975)|",
  ],
  [
    "quotes around part of it",
    'Say "Cheese" (1995)\n"Jaws" (1975)\n"Big (1988)"\n',
    'title|listed / Say "Cheese" (1995)| / "Jaws" (1975)| / Big (1988)|',
  ],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected === "no table" ? expected : `a list of titles: ${expected}`);
});

it.each([
  ["movies.txt", "a list of titles: title|listed / Heat| / Jaws| / Big|"],
  ["watchlist.txt", "a list of titles: title|listed / Heat| / Jaws| / Big|"],
  ["gesehen.txt", "a list of titles: title|listed / Heat| / Jaws| / Big|"],
  ["filmsy.txt", "no table"],
  ["shopping.txt", "no table"],
])("what a file of titles alone is called: %s", async (name, expected) => {
  expect(await textTable("Heat\nJaws\nBig\n", name)).toBe(expected);
});

it("is no list of titles where a sign parts all lines alike", async () => {
  expect(await textTable("Heat¦1¦2\nJaws¦3¦4\nBig¦5¦6\n", "movies.txt")).toBe(
    "separated by “¦”: Heat|1|2 / Jaws|3|4 / Big|5|6",
  );
});
