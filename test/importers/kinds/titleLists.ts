import type { KindCase } from "./KindCase.ts";
import { STARS, THREE } from "./sample.ts";

const listed = { asks: "lists films without ratings" };
const TIERED = { own: { stars: [5, 5, 4, 3, 1] } };

/** Titles a line, as people note them without a table. */
export const TITLE_LIST_CASES: readonly KindCase[] = [
  {
    name: "titles alone",
    files: { "notes.txt": "Heat (1995)\nJaws (1975)\nFargo (1996)\n" },
    right: listed,
  },
  {
    name: "titles alone, which were watched",
    files: { "notes.txt": "Heat (1995)\nJaws (1975)\nFargo (1996)\n" },
    answers: { "list:notes.txt": "watched" },
    right: { own: { found: 3, stars: [3, 3, 3] } },
  },
  {
    name: "titles without years below a heading that speaks of films",
    files: { "notes.md": "# Films I liked\n\n- Heat\n- Jaws\n- Fargo\n" },
    right: listed,
  },
  {
    name: "a list of anything",
    files: { "notes.md": "# Shopping\n\n- Flour\n- Milk\n- Rice\n" },
    right: { refused: "doesn't look like a table" },
  },
  {
    name: "ratings behind titles",
    files: { "notes.txt": "Heat (1995) - 9/10\nJaws (1975) - 8/10\nFargo (1996) - 5/10\n" },
    right: THREE,
  },
  {
    name: "ratings in front of titles",
    files: { "notes.txt": "9/10 Heat (1995)\n8/10 Jaws (1975)\n5/10: Fargo (1996)\n" },
    right: THREE,
  },
  {
    name: "stars behind titles in Markdown, below headings",
    files: {
      "notes.md":
        "# 2021\n\n1. **Heat** (1995) ★★★★½\n2. [Jaws](https://x.org) (1975) ★★★★☆\n\n## 2022\n\n3. _Fargo_ (1996) ★★½\n",
    },
    right: THREE,
  },
  {
    name: "a number behind a year",
    files: { "notes.txt": "Heat (1995): 9\nJaws (1975): 8\nFargo (1996): 5\n" },
    right: THREE,
  },
  {
    name: "one column of a table, its ratings in brackets",
    files: { "seen.csv": "Watched\nHeat (1995) [4.5/5]\nJaws (1975) [4/5]\nFargo (1996) [2.5/5]\n" },
    right: { own: { found: 3, stars: STARS } },
  },
  {
    name: "boxes of which some are ticked",
    files: { "todo.md": "# Movies\n\n- [x] Heat (1995)\n- [ ] Jaws (1975)\n- [x] Fargo (1996)\n" },
    right: { own: { found: 2, stars: [3, 3] } },
  },
  {
    name: "titles that speak of films, and are none of them a heading",
    files: {
      "notes.txt":
        "Movie 43 (2013) 2/10\nHeat (1995) 9/10\nScary Movie 3/10\nJaws (1975) 8/10\nFargo (1996) 5/10\n",
    },
    right: { own: { stars: [1, 4.5, 1.5, 4, 2.5] } },
  },
  {
    name: "tiers in front of titles",
    files: { "tiers.txt": "S: Heat, Jaws\nA: Fargo\nB tier: Alien\nD: Fight Club\n" },
    right: TIERED,
  },
  {
    name: "tiers above titles",
    files: {
      "tiers.md": "# Mine\n\n## S Tier\n- Heat\n- Jaws\n## A\n- Fargo\n## B\n- Alien\n## D\n- Fight Club\n",
    },
    right: TIERED,
  },
  {
    name: "a column a tier",
    files: { "tiers.csv": "S,A,B,D\nHeat,Fargo,Alien,Fight Club\nJaws,,,\n" },
    right: TIERED,
  },
  {
    name: "a column of tiers",
    files: { "tiers.csv": "Film,Tier\nHeat,S\nJaws,S\nFargo,A\nAlien,B\nFight Club,D\n" },
    right: TIERED,
  },
  {
    name: "tiers in JSON",
    files: { "tiers.json": '{"S":["Heat","Jaws"],"A":["Fargo"],"B":["Alien"],"D":["Fight Club"]}' },
    right: TIERED,
  },
];
