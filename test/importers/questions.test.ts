import { describe, expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import type { Question } from "../../src/files/Question.ts";
import { type Dropped, openDropped } from "../../src/importers/openDropped.ts";
import { alphabet, type Content, lines, singleByte } from "./kinds/sample.ts";

type Files = Record<string, Content>;

const TITLES = ["Heat", "Jaws", "Fargo", "Alien", "Emma", "Ran", "Big", "Babe", "Ed Wood"];

const filesOf = (files: Files) =>
  Object.entries(files).map(([name, text]) => new File([text as BlobPart], name) as DataFile);

async function questionOf(files: Files): Promise<Question> {
  const dropped = await openDropped(filesOf(files));
  if (dropped.kind !== "question") throw new Error(`No question, but ${dropped.kind}.`);
  return dropped.question;
}

/** What each answer to the question about these files comes to, by its label. */
async function endings(files: Files, tell: (dropped: Dropped) => unknown): Promise<[string, unknown][]> {
  const { id, choices } = await questionOf(files);
  const ends: [string, unknown][] = [];
  for (const { label, answer } of choices) {
    ends.push([label, await tell(await openDropped(filesOf(files), { [id]: answer }))]);
  }
  return ends;
}

function starsIn(dropped: Dropped): unknown {
  if (dropped.kind !== "own") return dropped;
  return dropped.own.files.map(({ films }) => films.map((film) => film.stars));
}

async function ratingsIn(dropped: Dropped): Promise<unknown> {
  return dropped.kind === "dataset" ? (await dropped.data.read()).ratings.ratings.length : dropped;
}

const table = (users: number) =>
  [
    "user,item,rating",
    ...Array.from({ length: users * 5 }, (_, i) => `u${i % users},i${i % 7},${1 + (i % 5)}`),
  ].join("\n");

describe("each answer that is offered is understood", () => {
  it("which of two tables of ratings", async () => {
    expect(await endings({ "one.csv": table(8), "two.csv": table(11) }, ratingsIn)).toEqual([
      ["one.csv", 40],
      ["two.csv", 55],
      ["All of them, as parts of one", 63],
    ]);
  });

  it("which encoding a file is in", async () => {
    const text = lines("user,film,rating", ({ user, item, rating }) => `${user},Taş ${item},${rating}`);
    const titleIn = async (dropped: Dropped) =>
      dropped.kind === "dataset" ? (await dropped.data.read()).items[0].title.split(" ")[0] : dropped;
    const ends = await endings({ "films.csv": singleByte(text, alphabet("windows-1254")) }, titleIn);
    expect(ends.map(([label, title]) => [label, title])).toEqual([
      ["Taş 502, Taş 503, Taş 504, Taş 506 (Windows-1254)", "Taş"],
      ["Taţ 502, Taţ 503, Taţ 504, Taţ 506 (Windows-1250)", "Taţ"],
      ["Taþ 502, Taþ 503, Taþ 504, Taþ 506 (Latin-1)", "Taþ"],
      ["Taž 502, Taž 503, Taž 504, Taž 506 (Windows-1257)", "Taž"],
    ]);
  });

  it("what 1, 2 and 3 mean", async () => {
    const points = [1, 1, 1, 1, 1, 2, 2, 3, 1];
    const mine = ["Title,Rating", ...TITLES.map((title, i) => `${title},${points[i]}`)].join("\n");
    const as = (one: number, two: number, three: number) => [
      points.map((point) => [one, two, three][point - 1]),
    ];
    expect(await endings({ "mine.csv": mine }, starsIn)).toEqual([
      ["3, of 3", as(1.5, 3.5, 5)],
      ["1, of 3", as(5, 3.5, 1.5)],
      ["They are stars, out of 5", as(1, 2, 3)],
    ]);
  });

  it("whose of several columns of points are one's own, of which one without a name is nobody's", async () => {
    const mine = "Title,,Ann,Bob\nHeat,4,5,2\nJaws,9,4,3\nFargo,2,1,4.5\nAlien,7,2,5\n";
    expect(await endings({ "mine.csv": mine }, starsIn)).toEqual([
      ["Ann", [[5, 4, 1, 2]]],
      ["Bob", [[2, 3, 4.5, 5]]],
    ]);
  });

  it("whose of two files is one's own", async () => {
    const ann = "Title,Year,Rating\nHeat,1995,5\nJaws,1975,4.5\nFargo,1996,1\n";
    const bob = "Title,Year,Rating\nHeat,1995,2\nJaws,1975,4.5\nFargo,1996,3\n";
    expect(await endings({ "ann.csv": ann, "bob.csv": bob }, starsIn)).toEqual([
      ["ann.csv: Heat 5, Jaws 4.5, Fargo 1", [[5, 4.5, 1]]],
      ["bob.csv: Heat 2, Jaws 4.5, Fargo 3", [[2, 4.5, 3]]],
    ]);
  });
});

it("nobody is asked whose two files are that share no film, even if one film is in one of them twice", async () => {
  const one = "Title,Year,Rating\nHeat,1995,5\nHeat,1995,2\nFargo,1996,1.5\n";
  const other = "Title,Year,Rating\nAlien,1979,2\nEmma,1996,4.5\nJaws,1975,3\n";
  const dropped = await openDropped(filesOf({ "one.csv": one, "other.csv": other }));
  expect(dropped.kind).toBe("own");
});

describe("what is said unasked", () => {
  const votes = ["title,rating,votes", ...TITLES.map((title, i) => `${title},${1 + (i % 5)},${i}`)].join(
    "\n",
  );

  it("takes what looks like everybody's ratings for one's own", async () => {
    const files = filesOf({ "list.csv": votes });
    expect(await openDropped(files)).toMatchObject({ kind: "dataset" });
    expect(starsIn(await openDropped(files, { "mine:list.csv": "yes" }))).toEqual([
      TITLES.map((_, i) => 1 + (i % 5)),
    ]);
    const ids = filesOf({ "ids.csv": table(8) });
    await expect(openDropped(ids, { "mine:ids.csv": "yes" })).rejects.toThrow(
      "ids.csv has no column of titles beside one of ratings.",
    );
  });

  it("asks what was done with titles and years", async () => {
    const films = `No,Title,Year,Director\n${TITLES.map((title, i) => `${i},${title},${1980 + i},Ann`).join("\n")}\n`;
    const dropped = await openDropped(filesOf({ "films.csv": films }));
    expect(dropped).toMatchObject({ kind: "question", question: { id: "list:films.csv" } });
    const liked = await openDropped(filesOf({ "films.csv": films }), { "list:films.csv": "liked" });
    expect(starsIn(liked)).toEqual([TITLES.map(() => 4)]);
  });

  it("takes other titles for one's own where the person says so, and asks the same", async () => {
    const films = `Title,Genre\n${TITLES.map((title) => `${title},Crime`).join("\n")}\n`;
    const mine = await openDropped(filesOf({ "films.csv": films }), { "mine:films.csv": "yes" });
    expect(mine).toMatchObject({ kind: "question", question: { id: "list:films.csv" } });
    const liked = { "mine:films.csv": "yes", "list:films.csv": "liked" };
    expect(await openDropped(filesOf({ "films.csv": films }), liked)).toMatchObject({ kind: "own" });
  });

  it("leaves a file out", async () => {
    const files = filesOf({ "ratings.csv": table(8), "movies.csv": "movieId,title\ni1,Heat (1995)\n" });
    const dropped = await openDropped(files, { "leftOut:movies.csv": "yes" });
    if (dropped.kind !== "dataset") throw new Error(dropped.kind);
    expect((await dropped.data.read()).hasTitles).toBe(false);
    expect(dropped.data.examine().unused).toEqual([{ file: "movies.csv", reason: null }]);
  });
});
