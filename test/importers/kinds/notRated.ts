import type { KindCase } from "./KindCase.ts";
import { ITEMS, titleOf } from "./sample.ts";

const NO_ONES = { refused: "no column says who rated" };
const many = (write: (i: number) => string, rows = 1200) =>
  `${Array.from({ length: rows }, (_, i) => write(i)).join("\n")}\n`;
const DAYS = ["Monday", "Tuesday", "Wednesday"];

/** Tables of things, people and measures that look as if somebody had rated something. */
export const NOT_RATED_CASES: readonly KindCase[] = [
  {
    name: "a menu with prices, some of which come again",
    files: {
      "menu.csv": `names,prices\n${ITEMS.map((item, i) => `${titleOf({ item })},${i % 2 ? 80 : 95}.0`).join("\n")}\n`,
    },
    right: NO_ONES,
  },
  {
    name: "a thousand people and their numbers",
    files: { "users.dat": many((i) => `${i + 1},${(i * 7919 + 104_729).toString(36)}x`) },
    right: NO_ONES,
  },
  {
    name: "a thousand players with two numbers, of whom two have one name",
    files: {
      "players.csv": many((i) => `${39_151 + i * 7},${94_308 + i * 3},Player ${i === 900 ? 1 : i},NA,NA,0`),
    },
    right: NO_ONES,
  },
  {
    name: "which dish is of which category",
    files: { "c.csv": `DishID,CategoryID\n${many((i) => `${(i % 40) + 1},${(i * 3) % 7}`, 80)}` },
    right: NO_ONES,
  },
  {
    name: "words and how often they occur",
    files: {
      "words.tsv": `Candidate\tFrequency\tLabel\n${many((i) => `Word${i}\t${300 - (i % 40)}\tPER`)}`,
    },
    right: NO_ONES,
  },
  {
    name: "marks of a class under names and surnames",
    files: {
      "marks.csv": `nombre,apellido,parcial1,parcial2,nota_final\n${many((i) => `Ana${i % 5},Ruiz${i % 7},${i % 10},${(i * 3) % 10},${(i * 7) % 10}`, 40)}`,
    },
    right: NO_ONES,
  },
  {
    name: "what was counted on each weekday at each time",
    files: {
      "traffic.txt": many(
        (i) =>
          `${DAYS[i % 3]},${String(i % 24).padStart(2, "0")}:05,${i % 2 ? "Rome" : "Oslo"},${i % 5 ? "no" : "yes"},${i % 20}`,
        200,
      ),
    },
    right: NO_ONES,
  },
  {
    name: "rows of a table under their names in JSON",
    files: {
      "roles.json": JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [
            `r${i}`,
            [`r${i}`, `Role ${i}`, i % 2 ? "good" : "evil", `${i % 3}`],
          ]),
        ),
      ),
    },
    right: { refused: "not a list of ratings" },
  },
  {
    name: "an SQL dump below a licence, all of it remarks",
    files: {
      "import.sql": `${many((i) => `-- line ${i}, of a licence, as is`, 16)}--INSERT INTO users VALUES (1, 'Ann');\n--INSERT INTO users VALUES (2, 'Ben');\n`,
    },
    right: { refused: "SQL" },
  },
  {
    name: "what the press and the public think",
    files: {
      "films.csv":
        "title,year,press rating,spectator rating\nHeat,1995,4.0,4.5\nJaws,1975,3.5,4\nFargo,1996,4,3\n",
    },
    right: NO_ONES,
  },
  {
    name: "films with the number of their row in front, and their age limit",
    files: {
      "films.txt": "001,Heat,1995,R,170,Crime\n002,Jaws,1975,PG,124,Drama\n003,Fargo,1996,R,98,Crime\n",
    },
    right: NO_ONES,
  },
  {
    name: "baskets to be mined, all as long and in order",
    files: {
      "chess.dat": many((i) =>
        Array.from({ length: 24 }, (_, k) => 2 * k + ((i >> (k % 5)) % 2) + 1).join(","),
      ),
    },
    right: NO_ONES,
  },
  {
    name: "what was written of courses, by nobody",
    files: {
      "ratings.json": JSON.stringify(
        ITEMS.flatMap((item) =>
          [4, 5].map((rating) => ({
            courseCode: `CS-${item}`,
            rating,
            review: rating > 4 ? `Loved ${item}` : "Fine",
          })),
        ),
      ),
    },
    right: NO_ONES,
  },
];
