import { describe, expect, it } from "vitest";
import type { OwnFilm } from "../../src/importers/OwnFilm.ts";
import { pointsPerStarOf, starsOf } from "../../src/importers/stars.ts";
import { readList as read } from "../support/readOwn.ts";

const TITLES = ["Heat", "Jaws", "Fargo", "Alien", "Emma", "Ran", "Big", "Babe", "Ed Wood", "Casino"];
const list = (header: string, ...rows: string[]) => [header, ...rows].join("\n");
const rated = (header: string, ...ratings: (string | number)[]) =>
  list(`Title,${header}`, ...ratings.map((rating, i) => `${TITLES[i]},${rating}`));

describe("how many points a star has", () => {
  it.each<[string, number, number[]]>([
    ["5, as one at the most", 1, [1, 0.5]],
    ["5", 1, [5, 3]],
    ["10", 2, [5.5, 3]],
    ["10 in full", 2, [10]],
    ["20", 4, [10.5, 3]],
    ["20 in full", 4, [20]],
    ["100", 20, [21, 3]],
    ["50, in fives", 10, [25, 30, 45]],
    ["100, in fives up to more than 50", 20, [25, 55]],
    ["100, below 50 and not in fives", 20, [25, 31]],
    ["more than 100", 20, [101]],
    ["thumbs", 0.2, [1, 0, 1]],
    ["thumbs up alone", 0.2, [1, 1]],
    ["one thumb, which may be a star", 1, [1]],
    ["nothing", 1, []],
  ])("%s", (_, points, ratings) => {
    expect(pointsPerStarOf(ratings)).toBe(points);
  });

  it("as stars in halves", () => {
    const of = (points: number, ...ratings: number[]) => ratings.map((rating) => starsOf(rating, points));
    expect(of(1, 0, -1, 0.1, 0.7, 0.75, 4.74, 5, 5.1)).toEqual([null, null, 0.5, 0.5, 1, 4.5, 5, null]);
    expect(of(20, 4, 25, 100, 101)).toEqual([0.5, 1.5, 5, null]);
    expect(of(0.2, 1, 0)).toEqual([4, 1]);
  });
});

describe("ratings", () => {
  const stars = (film: OwnFilm) => film.stars;
  const taken = (outOf: number) => [
    `mine.csv has titles and ratings and no users, so they are read as yours, out of ${outOf}.`,
  ];

  it.each<[string, string, number[], number, string[]?]>([
    ["of several scales", rated("Rating", "4/5", "9/10", "2/5"), [4, 4.5, 2], 5],
    ["of several scales, and of none", rated("Rating", "4/5", "9/10", 3), [4, 4.5, 1.5], 5],
    ["out of what is said of each", rated("Rating,Out of", "3,4", "3,5", "60,100"), [4, 3, 3], 5],
    [
      "from 0 to 1",
      rated("Rating", 0.9, 0.25, 0),
      [4.5, 1.5, 0.5],
      5,
      ["Ratings from 0 to 1 are spread over the stars."],
    ],
    ["of 0, a half and 1", rated("Rating", 0.5, 1, 0.5), [0.5, 1, 0.5], 5],
    [
      "from −3 to 3",
      rated("Rating", -3, 3, 0, -1),
      [0.5, 5, 2.5, 1.5],
      5,
      ["Ratings from −3 to 3 are spread over the stars."],
    ],
    [
      "from −3 to 3 of 5",
      rated("Rating (out of 5)", -3, 3, 0, -1),
      [1, 4, 2.5, 2],
      5,
      ["Ratings from −5 to 5 are spread over the stars."],
    ],
    ["of 1 to 3, seven of them", rated("Rating", 1, 2, 3, 1, 2, 3, 1), [1, 2, 3, 1, 2, 3, 1], 5],
    ["of 1 to 4", rated("Rating", 1, 2, 3, 1, 2, 3, 1, 4), [1, 2, 3, 1, 2, 3, 1, 4], 5],
    ["liked", rated("Liked", "yes", "no", "yes"), [4, 1, 4], 1],
    ["liked or not, in two columns", rated("Liked,Disliked", "x,", ",x", "x,no"), [4, 1, 4], 1],
  ])("%s", async (_, text, expected, outOf, assumed = []) => {
    const own = await read(text, stars);
    expect(own.films).toEqual(expected);
    expect(own.assumptions.map(({ sentence }) => sentence)).toEqual([...assumed, ...taken(outOf)]);
    expect(own.skipped.count).toBe(0);
  });

  it("below nought, one value says that there is none", async () => {
    expect(await read(rated("Rating", -1, 3, 5), stars)).toMatchObject({ films: [3, 5], unrated: 1 });
  });

  it("of 1 to 3, eight of them, are asked about", async () => {
    const text = rated("Rating", 1, 2, 3, 1, 2, 3, 1, 2);
    await expect(read(text, stars)).rejects.toThrow(
      "All ratings in mine.csv are 1, 2 or 3. Which is the best?",
    );
  });

  it("that are none are told of by their lines, and too many of them refused", async () => {
    const some = await read(
      list("Title,Year,Rating", "Heat,1995,9", "Jaws,1975,eleven", ",1996,5", "Total,,23"),
      stars,
    );
    expect(some.skipped).toEqual({
      count: 3,
      examples: [
        { file: "mine.csv", row: 5, reason: "a total, not a film" },
        { file: "mine.csv", row: 3, reason: 'rating "eleven" isn\'t between 1 and 10' },
        { file: "mine.csv", row: 4, reason: "missing title" },
      ],
    });
    const most = rated("Rating (out of 5)", 5, 4, 3, 9, 9, 9, 9);
    await expect(read(most, stars)).rejects.toThrow(
      'mine.csv: 4 of 7 rows are not readable (line 5: rating "9" isn\'t between 0.5 and 5; line 6: rating "9" isn\'t between 0.5 and 5; line 7: rating "9" isn\'t between 0.5 and 5; line 8: rating "9" isn\'t between 0.5 and 5). Correct these rows and open it again.',
    );
  });

  it("a film called Total has a year", async () => {
    expect(await read(list("Title,Year,Rating", "Heat,1995,9", "Total,2010,5"), stars)).toMatchObject({
      films: [4.5, 2.5],
    });
  });
});

describe("years", () => {
  it.each([
    ["1995", 1995],
    ["1995.0", 1995],
    ["1995-12-15", 1995],
    ["15 December 1995", 1995],
    ["in 1995 or so", 1995],
    ["19951215", 1995],
    ["19959915", 1970],
    ["-19951215", 1969],
    ["819072000", 1995],
    ["819072000000", 1995],
    ["12345", null],
    ["95", null],
    ["", null],
    ["1750", 1750],
    ["x1750", null],
  ])("%j", async (year, expected) => {
    const { films } = await read(
      list("Title,Year,Rating", `Heat,${year},9`, "Jaws,1975,8"),
      (film) => film.year,
    );
    expect(films[0]).toBe(expected);
  });

  it.each<[string, string[], [string, number | null][]]>([
    [
      "behind a comma",
      ['"Heat, 1995"', '"Jaws, 1975"'],
      [
        ["Heat (1995)", 1995],
        ["Jaws (1975)", 1975],
      ],
    ],
    [
      "behind a dash",
      ["Heat - 1995", "Jaws – 1975"],
      [
        ["Heat (1995)", 1995],
        ["Jaws (1975)", 1975],
      ],
    ],
    [
      "in square brackets",
      ["Heat [1995]", "Jaws[1975]"],
      [
        ["Heat (1995)", 1995],
        ["Jaws (1975)", 1975],
      ],
    ],
    [
      "in front",
      ["1995 - Heat", "(1975) Jaws"],
      [
        ["Heat (1995)", 1995],
        ["Jaws (1975)", 1975],
      ],
    ],
    [
      "in front, with a colon",
      ["1995: Heat", "[1975]: Jaws"],
      [
        ["Heat (1995)", 1995],
        ["Jaws (1975)", 1975],
      ],
    ],
    [
      "of one film alone",
      ["Blade Runner - 2049", "Jaws"],
      [
        ["Blade Runner - 2049", null],
        ["Jaws", null],
      ],
    ],
    [
      "of four in five",
      ["A - 1995", "B - 1995", "C - 1995", "D - 1995", "E"],
      [
        ["A - 1995", null],
        ["B - 1995", null],
        ["C - 1995", null],
        ["D - 1995", null],
        ["E", null],
      ],
    ],
  ])("%s", async (_, titles, expected) => {
    const text = list("Title,Rating", ...titles.map((title, i) => `${title},${5 - (i % 3)}`));
    const { films } = await read(text, ({ title, year }) => [title, year]);
    expect(films).toEqual(expected);
  });
});

it.each([
  ["2021-03-04", "2021-03-04T00:00:00.000Z"],
  ["2021/03/04", "2021-03-04T00:00:00.000Z"],
  ["2021-03-04 10:20", "2021-03-04T10:20:00.000Z"],
  ["2021-03-04T10:20:30Z", "2021-03-04T10:20:30.000Z"],
  ["2021-03-04T10:20:30+02:00", "2021-03-04T08:20:30.000Z"],
  ["2021-03-04T10:20:30-02:00", "2021-03-04T12:20:30.000Z"],
  ["04.03.2021", null],
  ["2021-13-04", null],
  ["on 2021-03-04", null],
])("watched on %s", async (date, expected) => {
  const { films } = await read(
    list("Title,Rating,Watched on", `Heat,9,${date}`, "Jaws,8,2020-01-01"),
    (film) => (film.ratedAt === null ? null : new Date(film.ratedAt).toISOString()),
  );
  expect(films[0]).toBe(expected);
});

describe("rows", () => {
  it("beside a title in another language are one list", async () => {
    const { films } = await read(list("Title,Rating,Notes,Title", "Heat,5,x,Heiss", "Jaws,4,y,Kiefer"));
    expect(films).toEqual([
      ["Heat", 5],
      ["Jaws", 4],
    ]);
  });

  it("of episodes alone are no films, however often their series is named", async () => {
    const text = list(
      "Title,Type,My rating",
      ...Array.from({ length: 8 }, (_, i) => `Lost,episode,${1 + (i % 5)}`),
    );
    await expect(read(text)).rejects.toThrow(
      "mine.csv contains no films (only episodes, games or shows). Check the ratings in mine.csv.",
    );
  });

  it("bear TMDb's number in the first column", async () => {
    const text = list(
      "tmdb_id,Source,Identifier,Title,My rating",
      "949,other,7,Heat,5",
      "578,other,8,Jaws,4",
    );
    expect((await read(text, ({ tmdbId }) => tmdbId)).films).toEqual(["949", "578"]);
  });

  it("of many people below a thousand of one are nobody's own", async () => {
    const rows = Array.from({ length: 1100 }, (_, i) => `ann,Film ${i},${1 + (i % 5)}`);
    await expect(read(list("user,title,rating", ...rows))).resolves.toMatchObject({ outOf: 5 });
    await expect(read(list("user,title,rating", ...rows, "bob,Heat,5"))).rejects.toThrow("dataset");
  });

  it("of a diary may have no film", async () => {
    const text = list("Title,Watched on", "Heat,2020-01-01", ",2020-01-02", "Jaws,2020-01-03");
    expect(await read(text)).toMatchObject({
      films: [
        ["Heat", 3],
        ["Jaws", 3],
      ],
      unrated: 1,
    });
  });
});
