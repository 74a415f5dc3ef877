import type { KindCase } from "./KindCase.ts";
import { csv, lines, SAME, THREE, three } from "./sample.ts";

const film = (title: string, year: number, points: number) => `${title},${year},${points / 2}`;
const below = (header: string) => lines(header, ({ user, item, rating }) => `${user},${item},${rating}`);

/** What stands above, within and below the rows of a table. */
export const HEADING_CASES: readonly KindCase[] = [
  {
    name: "notes of several cells above the header",
    files: { "films.csv": `My film diary,2024\nlast update,3 March\n\n${three("Title,Year,Rating", film)}` },
    right: THREE,
  },
  {
    name: "a header of two lines",
    files: { "films.csv": `Film,,Scores\n${three("Title,Year,Rating", film)}` },
    right: THREE,
  },
  {
    name: "the questions of a survey below its names",
    files: { "survey.csv": `Q1,Q2,Q3\n${below("User,Item,Rating")}` },
    right: SAME,
  },
  {
    name: "units below the header",
    files: { "ratings.csv": below("user,item,rating\n(id),(id),(1-5)") },
    right: SAME,
  },
  {
    name: "an average below one's own films",
    files: { "films.csv": `${three("Title,Year,Rating", film)}Average,,3.6\n` },
    right: THREE,
  },
  {
    name: "a grand total",
    files: { "ratings.csv": `${csv()}Grand Total,60,3.1,\n` },
    right: SAME,
  },
];
