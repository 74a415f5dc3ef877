import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { DataFileError } from "../../src/errors.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { type Dropped, openDropped } from "../../src/importers/openDropped.ts";

type Content = string | Uint8Array;
const file = (name: string, content: Content) => new File([content as BlobPart], name) as DataFile;
const open = (content: Content, name = "mine.csv") => openDropped([file(name, content)]);

async function catalogueOf(dropped: Dropped): Promise<Catalogue> {
  if (dropped.kind !== "dataset") throw new Error(`No data set, but ${JSON.stringify(dropped)}`);
  return dropped.data.read();
}
const shape = ({ ratings }: Catalogue) => [
  ratings.userIds.length,
  ratings.itemIds.length,
  ratings.ratings.length,
];

/** Six users, five items, 24 ratings of 1 to 5. */
const RATINGS = Array.from({ length: 30 }, (_, i) => ({
  user: `u${i % 6}`,
  item: `Item ${i % 5}`,
  rating: 1 + (i % 4),
}))
  .filter((_, i) => i % 5 !== 4 || i % 6 > 3)
  .filter((_, i) => i < 24);
const rows = (write: (one: (typeof RATINGS)[number], i: number) => string, end = "\n") =>
  RATINGS.map(write).join(end);
const users = [...new Set(RATINGS.map(({ user }) => user))];
const items = [...new Set(RATINGS.map(({ item }) => item))];
const cell = (user: string, item: string) =>
  RATINGS.findLast((one) => one.user === user && one.item === item)?.rating;
const SHAPE = [users.length, items.length, new Set(RATINGS.map(({ user, item }) => user + item)).size];
const CSV = `user,item,rating\n${rows(({ user, item, rating }) => `${user},${item},${rating}`)}`;

describe("a data set is the same", () => {
  it.each<[string, Content]>([
    ["in JSON", JSON.stringify(RATINGS)],
    ["in lines of JSON", rows((one) => JSON.stringify(one))],
    [
      "as Python prints it",
      rows(({ user, item, rating }) => `{'user': u'${user}', 'item': '${item}', 'rating': ${rating}}`),
    ],
    [
      "by column",
      JSON.stringify({
        user: RATINGS.map(({ user }) => user),
        item: RATINGS.map(({ item }) => item),
        rating: RATINGS.map(({ rating }) => rating),
      }),
    ],
    [
      "within its users",
      JSON.stringify(
        users.map((user) => ({
          user,
          ratings: RATINGS.filter((one) => one.user === user).map(({ item, rating }) => ({ item, rating })),
        })),
      ),
    ],
    ["in UTF-16", Buffer.from(`\ufeff${CSV}`, "utf16le")],
    ["packed", gzipSync(strToU8(CSV))],
    [
      "with Excel's line",
      `sep=;\r\nitem;user;rating\r\n${rows(({ user, item, rating }) => `${item};${user};${rating}`, "\r\n")}`,
    ],
    ["below remarks", `# made by hand\n# twice\n${CSV}`],
    ["out of ten", CSV.replace(/,(\d)$/gm, ",$1/10")],
    ["in stars", CSV.replace(/,(\d)$/gm, (_, stars) => `,${"★".repeat(Number(stars))}`)],
    [
      "with decimal commas",
      `user;item;rating\n${rows(({ user, item, rating }) => `${user};${item};${rating},5`)}`,
    ],
    ["in Spanish", CSV.replace("user,item,rating", "Usuario,Película,Puntuación")],
    [
      "of RecBole",
      `user_id:token\titem_id:token\trating:float\n${rows(({ user, item, rating }) => `${user}\t${item}\t${rating}`)}`,
    ],
    [
      "as XML",
      `<?xml version="1.0"?><all>${rows(({ user, item, rating }) => `<r user="${user}" item="${item}"><rating>${rating}</rating></r>`)}</all>`,
    ],
    [
      "as a matrix",
      [["", ...users], ...items.map((item) => [item, ...users.map((user) => cell(user, item) ?? "")])]
        .map((row) => row.join(","))
        .join("\n")
        .replaceAll("u", "user "),
    ],
    [
      "as a matrix of zeros",
      [["user", ...items], ...users.map((user) => [user, ...items.map((item) => cell(user, item) ?? 0)])]
        .map((row) => row.join(";"))
        .join("\n"),
    ],
  ])("%s", async (_, content) => {
    expect(shape(await catalogueOf(await open(content)))).toEqual(SHAPE);
  });

  it("in a workbook", async () => {
    const cells = CSV.split("\n").map(
      (line) =>
        `<row>${line
          .split(",")
          .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
          .join("")}</row>`,
    );
    const book = zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${cells.join("")}</sheetData></worksheet>`),
    });
    expect(shape(await catalogueOf(await open(book, "mine.xlsx")))).toEqual(SHAPE);
  });

  it("in lines of spaces, Netflix Prize's lines and lists of items", async () => {
    const numbers = rows(({ user, item, rating }) => `${user.slice(1)}  ${item.slice(5)} ${rating}`);
    expect(shape(await catalogueOf(await open(numbers, "a.txt")))).toEqual(SHAPE);
    const prize = items.map((item, i) =>
      [
        `${i + 1}:`,
        ...RATINGS.filter((one) => one.item === item).map(
          ({ user, rating }) => `${user.slice(1)},${rating},2005-01-02`,
        ),
      ].join("\n"),
    );
    expect(shape(await catalogueOf(await open(prize.join("\n"), "b.txt")))).toEqual(SHAPE);
    const lists = "1 11 12 13\n2 11 14\n3 12 13 14 15\n4 11 15\n";
    expect(shape(await catalogueOf(await open(lists, "c.txt")))).toEqual([4, 5, 11]);
  });
});

describe("what is not rated", () => {
  it("is left out and counted, its items are kept", async () => {
    const blank = await catalogueOf(await open(`${CSV}\nu0,Item 9,\nu1,Item 9,NA\nu2,Item 9,\\N\n`));
    expect([blank.unrated, blank.ratings.itemIds.length]).toEqual([3, items.length + 1]);
    const text = `user,item,rating\n${rows(({ user, item, rating }, i) => `${user},${item},${i % 5 === 0 ? -1 : rating * 2}`)}`;
    const minus = await catalogueOf(await open(text));
    expect(Math.min(...minus.ratings.ratings)).toBeGreaterThan(0);
    expect(minus.assumptions?.[0].sentence).toMatch(/of the ratings in mine.csv are −1/);
  });

  it("true and false are likes and dislikes, events are all likes", async () => {
    const liked = await catalogueOf(
      await open(
        CSV.replace("rating", "liked").replace(/,(\d)$/gm, (_, n) => `,${n > 2 ? "True" : "False"}`),
      ),
    );
    expect([...new Set(liked.ratings.ratings)].sort()).toEqual([0, 1]);
    const events = await open(
      CSV.replace("rating", "event").replace(/,(\d)$/gm, (_, n) => `,${n > 2 ? "view" : "purchase"}`),
    );
    expect(await catalogueOf(events)).toMatchObject({
      likedFrom: 1,
      assumptions: [{ instead: { choices: { likedFrom: 3 } } }],
    });
  });
});

describe("one person's ratings", () => {
  it.each<[string, string, string, number]>([
    ["a spreadsheet in German, of 10", "Titel,Jahr,Meine Wertung", "Heat,1995,9", 4.5],
    [
      "Trakt's CSV",
      "rated_at,type,title,year,trakt_rating,trakt_id,rating",
      "2021-01-01T00:00:00Z,movie,Heat,1995,8,1,8",
      4,
    ],
    ["Letterboxd's import form", "tmdbID,Title,Year,Rating10", "949,Heat,1995,7", 3.5],
    ["TMDb's CSV", "TMDb ID,Type,Name,Release Date,Your Rating", "949,movie,Heat,1995-12-15,10", 5],
  ])("%s", async (_, header, line, stars) => {
    const dropped = await open(
      `${header}\n${line}\n${line.replace("Heat", "Jaws").replace("1995", "1975")}\n`,
    );
    if (dropped.kind !== "own") throw new Error(dropped.kind);
    expect(dropped.own.files[0].films[0]).toMatchObject({ title: "Heat", year: 1995, stars });
  });

  it("of a household are asked for", async () => {
    const text =
      "Profile Name,Start Time,Duration,Title,Supplemental Video Type\nAnn,2022-01-01 20:00:00,01:40:00,Heat,\nBob,2022-01-01 20:00:00,01:40:00,Jaws,\nBob,2022-01-01 20:00:00,00:01:00,Alien,\nBob,2022-01-01 20:00:00,01:01:00,Fargo,TRAILER\n";
    const asked = await open(text, "ViewingActivity.csv");
    if (asked.kind !== "question") throw new Error(asked.kind);
    expect(asked.question.choices.map(({ answer }) => answer)).toEqual(["Ann", "Bob"]);
    const own = await openDropped([file("ViewingActivity.csv", text)], { [asked.question.id]: "Bob" });
    if (own.kind !== "own") throw new Error(own.kind);
    expect(own.own.files[0]).toMatchObject({ notFilms: 2, films: [{ title: "Jaws", isRated: false }] });
  });
});

it.each<[string, Content, RegExp]>([
  ["a web page", "<!DOCTYPE html><html><body>", /mine.csv is a web page/],
  ["an SQL dump", "-- dump\nCREATE TABLE r (a INT);\nINSERT INTO r VALUES (1,2);", /is an SQL dump/],
  ["a pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n", /Git LFS/],
  ["no item", "user,rating\na,1\nb,2\n", /no column says what was rated/],
])("%s is refused by its kind", async (_, content, message) => {
  const opening = open(content).then(catalogueOf);
  await expect(opening).rejects.toBeInstanceOf(DataFileError);
  await expect(opening).rejects.toThrow(message);
});

it.each([
  ["alone", []],
  ["beside a table", [file("movies.csv", "movieId,title\n1,Heat (1995)\n")]],
])("a SciPy sparse matrix, %s, is told from a model, with the way to a table", async (_, others) => {
  const names = ["indices", "indptr", "format", "shape", "data"];
  const matrix = zipSync(Object.fromEntries(names.map((name) => [`${name}.npy`, strToU8("NUMPY")])));
  const opening = openDropped([file("likes.npz", matrix), ...others]);
  await expect(opening).rejects.toBeInstanceOf(DataFileError);
  await expect(opening).rejects.toThrow(
    /^likes\.npz is a SciPy sparse matrix, not a model.*load_npz\("likes\.npz"\)/,
  );
});

it("a model comes alone, and two tables of ratings are a question", async () => {
  const model = file("m.npz", "PK");
  expect(await openDropped([model])).toMatchObject({ kind: "model" });
  await expect(openDropped([file("a.csv", CSV), model])).rejects.toThrow(/m.npz and a.csv separately/);
  const two = [file("a.csv", CSV), file("b.csv", CSV)];
  expect(await openDropped(two)).toMatchObject({ kind: "question", question: { id: "ratings" } });
  expect(shape(await catalogueOf(await openDropped(two, { ratings: "b.csv" })))).toEqual(SHAPE);
});

describe("what lies beside one's own films", () => {
  const own = "Title,Year,Rating\nHeat,1995,5\nJaws,1975,4\nFargo,1996,3\n";
  const picture = file("a.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10));
  const zipOf = (entries: Record<string, string>) =>
    file(
      "mine.zip",
      zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)]))),
    );

  it("is a file that is no table, and has to be opened apart", async () => {
    await expect(openDropped([file("mine.csv", own), picture])).rejects.toThrow(
      "Open mine.csv and the rest separately: mine.csv is a personal export, the rest isn't.",
    );
  });

  it.each([
    ["a README with a table", { "README.md": CSV }],
    ["one record of JSON", { "info.json": '[{"made":1,"by":"me"}]' }],
    ["a picture", { "a.png": "\x89PNG\r\n" }],
  ])("in a zip is %s, and not looked at", async (_, beside) => {
    const dropped = await openDropped([zipOf({ "mine.csv": own, ...(beside as Record<string, string>) })]);
    expect(dropped).toMatchObject({ kind: "own", own: { files: [{ file: "mine.csv" }] } });
  });

  it("in a zip is a short table of others' ratings, which is not left out", async () => {
    const beside = zipOf({ "mine.csv": own, "theirs.csv": "userId,movieId\n1,2\n" });
    await expect(openDropped([beside])).resolves.toMatchObject({ kind: "dataset" });
  });

  it("in a zip is a table of others' ratings, which is what is opened", async () => {
    await expect(openDropped([zipOf({ "mine.csv": own, "theirs.csv": CSV })])).resolves.toMatchObject({
      kind: "dataset",
    });
  });
});
