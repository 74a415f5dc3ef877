import { describe, expect, it } from "vitest";
import type { Column, Role, TableKind } from "../../src/dataset/columns/TableForm.ts";
import {
  assign,
  type Choices,
  examine,
  likeliestRatings,
  openTables,
  type Table,
} from "../../src/dataset/columns/understand.ts";
import { FILMS, ITEMS } from "../../src/dataset/nouns.ts";
import { DataFileError } from "../../src/errors.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import type { Encoding } from "../../src/files/text/decoding.ts";
import { alphabet, singleByte } from "../importers/kinds/sample.ts";
import { headOf } from "../support/headOf.ts";
import { HUNDRED_K, MILLION } from "../support/movielensFiles.ts";

type Texts = Record<string, string>;
/** Files by name, with " / " between their lines. */
const filesOf = (texts: Texts) =>
  Object.entries(texts).map(([name, text]) =>
    fileSource(new File([`${text.split(" / ").join("\n")}\n`], name)),
  );
const toldOf = ({ head, form }: Table) =>
  `${head.source.name}: ${form.kind} ${form.columns.map(({ role }) => role).join("|")}`;
async function examined(texts: Texts, choices: Choices = {}) {
  const { tables, ...others } = await examine(filesOf(texts), choices);
  const said = others.assumptions.map(({ sentence }) => sentence);
  return { ...others, told: tables.map(toldOf), said, tables };
}
const RATINGS = "user,item,rating / ann,Heat,5 / bob,Up,2 / ann,Up,3";

describe("files that are opened", () => {
  it("are tables, or what lies beside them and why it is not read", async () => {
    const [sheet] = filesOf({ Notes: "Nothing of use" });
    const { heads, unused, genres } = await openTables([
      ...filesOf({ "ratings.csv": RATINGS, "checksums.txt": "x", "prose.txt": "Nothing of use" }),
      { ...sheet, workbook: "films.xlsx" },
    ]);
    expect(heads.map(({ source }) => source.name)).toEqual(["ratings.csv"]);
    expect(genres).toBeNull();
    expect(unused).toEqual([
      { file: "checksums.txt", reason: null },
      {
        file: "prose.txt",
        reason: "prose.txt doesn't look like a table. Expected one rating per line: user, item, rating.",
      },
      { file: "Notes", reason: null },
    ]);
  });

  it("are refused where none is a table, as the first is", async () => {
    await expect(openTables([])).rejects.toThrow("Choose a file that holds ratings.");
    const prose = filesOf({ "a.txt": "Nothing of use", "b.txt": "Nothing of use" });
    await expect(openTables(prose)).rejects.toThrow(/^a.txt doesn't look like a table/);
  });

  it("tell the genres of MovieLens' first set, if there are any", async () => {
    const genresOf = async (texts: Texts) => (await openTables(filesOf(texts))).genres;
    const data = { "u.data": "1\t10\t4\t881250949 / 2\t11\t5\t881250950" };
    expect(await genresOf({ ...data, "u.genre": "Drama|1 / Crime|0" })).toEqual(["Crime", "Drama"]);
    expect(await genresOf({ ...data, "u.info": "Drama|1 / Crime|0" })).toBeNull();
    expect(await genresOf({ ...data, "u.genre": "Nothing of use" })).toBeNull();
    expect(await genresOf({ ...data, "u.genre": "Crime|0|x / Drama|1|y" })).toBeNull();
    expect(await genresOf({ "ratings.csv": RATINGS, "u.genre": "Drama|1 / Crime|0" })).toBeNull();
  });

  const inTurkish = async (text: string, encoding?: Encoding) => {
    const bytes = singleByte(text, alphabet("windows-1254"));
    const source = fileSource(new File([bytes], "a.csv"));
    const { heads } = await openTables([source], new Map(encoding ? [["a.csv", encoding]] : []));
    return heads[0].rows;
  };

  it("are in that of two encodings in which the names of their columns are known", async () => {
    const rows = ["ayş1,Kitap 1,5", "ayş2,Kitap 2,4", "ayş1,Kitap 2,3"];
    const headerOf = async (header: string) => (await inTurkish([header, ...rows].join("\n")))[0];
    expect(await headerOf("kullanıcı adı,kitap adı,puan")).toEqual(["kullanıcı adı", "kitap adı", "puan"]);
    expect((await headerOf("kullanıcı,ürün adı,ödül"))[1]).toBe("ürün adı");
  });

  it("are in the encoding that somebody has chosen", async () => {
    const text = "user,item,rating\nann,Kış,5\nbob,Ağır,4\nann,Ağır,3\n";
    expect((await inTurkish(text))[1][1]).toBe("Kış");
    expect((await inTurkish(text, "Latin-1"))[1][1]).toBe("Kýþ");
  });

  it("have their types before their ids where there is one table", async () => {
    const typed = { "a.csv": "userId,itemId,itemType,rating / 1,1,Film,4 / 1,1,Show,5 / 2,1,Film,3" };
    const idsOf = async (texts: Texts) => (await openTables(filesOf(texts))).heads[0].rows[1][1];
    expect(await idsOf(typed)).toBe("Film 1");
    expect(await idsOf({ ...typed, "b.csv": RATINGS })).toBe("1");
  });
});

describe("tables of GroupLens' older sets", () => {
  const toldOfAll = async (files: Texts) => (await examined(files)).told;

  it("are known by the names of their files", async () => {
    const { tables, nouns } = await examine(HUNDRED_K().map(fileSource));
    expect(nouns).toBe(FILMS);
    expect(tables.map(toldOf)).toEqual([
      "u.data: ratings user|item|rating|timestamp",
      `u.item: items item|title|unused|unused|unused|unused${"|flag".repeat(18)}`,
      "u.user: users user|age|feature|feature|unused",
    ]);
    expect((await examine(MILLION().map(fileSource))).tables.map(toldOf)).toEqual([
      "ratings.dat: ratings user|item|rating|timestamp",
      "movies.dat: items item|title|labels",
      "users.dat: users user|feature|age|feature|unused",
    ]);
  });

  it("have films beside others that are not known", async () => {
    const { nouns, told } = await examined({
      "u.data": "1\t10\t4\t881250949 / 2\t11\t5\t881250950 / 2\t10\t5\t881250951",
      "foo.csv": "userId,gender / 1,F / 2,M",
    });
    expect([nouns, told[0]]).toEqual([FILMS, "u.data: ratings user|item|rating|timestamp"]);
  });

  it.each<[string, string, string]>([
    ["tabs", "1\t1\t1\t881250949 / 2\t2\t2\t881250950", "user|item|rating|timestamp"],
    ["spaces", " 1 \t1\t1\t881250949 / 2\t2\t2\t881250950", "user|item|rating|timestamp"],
    ["bars", "1|1|1|881250949 / 2|2|2|881250950", "user|item|rating|timestamp"],
    ["colons", "1::1::1::881250949 / 2::2::2::881250950", "user|item|rating|timestamp"],
    ["commas", "1,1,1,881250949 / 2,2,2,881250950", "unused|unused|rating|timestamp"],
    ["letters in front", "u1\t1\t1\t881250949 / u2\t2\t2\t881250950", "unused|unused|rating|timestamp"],
    ["letters behind", "1u\t1\t1\t881250949 / 2u\t2\t2\t881250950", "unused|unused|rating|timestamp"],
    ["JSON", '[{"a":"u1","b":1},{"a":"u2","b":2}]', "unused|unused"],
    [
      "another column",
      "1\t1\t1\t881250949\tx / 2\t2\t2\t881250950\ty",
      "unused|unused|rating|timestamp|unused",
    ],
  ])("have what these have: %s", async (_, text, roles) => {
    const [told] = await toldOfAll({ "ratings.dat": text });
    expect(told).toBe(`ratings.dat: ratings ${roles}`);
  });

  it("are those of the Netflix Prize where its ratings are", async () => {
    const titles = { "movie_titles.csv": "1,2003,Dinosaur Planet / 2,2004,Isle of Man" };
    const prize = { "combined_data_1.txt": "1: / 7,3,2005-09-06 / 8,5,2005-05-13 / 2: / 7,4,2005-09-06" };
    const { nouns, tables, told } = await examined({ ...prize, ...titles });
    expect([nouns, told[1]]).toEqual([FILMS, "movie_titles.csv: items item|year|title"]);
    expect(tables[1].form.columns[2].isRest).toBe(true);
    const other = await examined({ "ratings.csv": RATINGS, ...titles });
    expect(other.told[1]).not.toBe(told[1]);
    const renamed = await examined({ ...prize, "titles.csv": titles["movie_titles.csv"] });
    expect(renamed.told[1]).not.toContain("item|year|title");
  });
});

describe("what somebody has said", () => {
  const tables = (file: string, roles: readonly Role[], hasHeader = true): Choices => ({
    tables: [
      { file: "other.csv", roles: ["unused"], hasHeader: true },
      { file, roles, hasHeader },
    ],
  });

  it.each<[string, string, readonly Role[], string]>([
    ["who and what", "user,item,x", ["item", "user"], "ratings item|user|unused"],
    ["what", "userId,gender,x", ["item", "unused"], "items item|unused|feature"],
    ["who", "movieId,title,x", ["user"], "users user|title|feature"],
    ["tags", "movieId,title,x", ["item", "tags", "unused"], "tags item|tags|unused"],
    ["tags beside titles", "movieId,title,x", ["item", "title", "tags"], "items item|title|tags"],
    ["neither", "movieId,title,x", ["unused", "unused", "unused"], "items unused|unused|unused"],
  ])("decides of which kind a table is: %s", async (_, header, roles, expected) => {
    const rows = "1,F,a / 2,M,b / 3,F,a / 4,M,b";
    const { told } = await examined({ "a.csv": `${header} / ${rows}` }, tables("a.csv", roles));
    expect(told).toEqual([`a.csv: ${expected}`]);
  });

  it("is of the file that it names", async () => {
    const { told } = await examined({ "a.csv": RATINGS }, tables("b.csv", ["item", "user"]));
    expect(told).toEqual(["a.csv: ratings user|item|rating"]);
  });

  it("names columns anew where it says whether there is a header", async () => {
    const namesOf = async (hasHeader: boolean, text: string) => {
      const { tables: found } = await examined({ "a.csv": text }, tables("a.csv", ["user"], hasHeader));
      return found[0].form.columns.map(({ name }) => name).join();
    };
    expect(await namesOf(true, RATINGS)).toBe("user,item,rating");
    expect(await namesOf(false, RATINGS)).toBe("column 1,column 2,column 3");
    expect(await namesOf(true, RATINGS.slice(RATINGS.indexOf("ann")))).toBe("ann,Heat,5");
  });

  it("leaves the names of MovieLens' columns", async () => {
    const data = "1\t10\t4\t881250949 / 2\t11\t5\t881250950";
    const { tables: found } = await examined({ "u.data": data }, tables("u.data", ["user"], false));
    expect(found[0].form.columns.map(({ name }) => name).join()).toBe("user,item,rating,timestamp");
  });

  it("decides what the items are called", async () => {
    const nouns = { one: "wine", many: "wines" };
    expect((await examined({ "films.csv": RATINGS }, { nouns })).nouns).toBe(nouns);
  });
});

describe("what is taken for granted", () => {
  it("is told of ratings alone", async () => {
    const { said } = await examined({
      "likes.csv": "xa,xb / a,1 / a,2 / b,1 / b,3 / c,2 / c,3",
      "items.csv": "itemId,title,x / 1,Heat,7 / 2,Jaws,8 / 3,Ran,9",
    });
    expect(said).toEqual(['"xa" in likes.csv is read as who rated, and "xb" as what.']);
  });

  const TWO_IDS = {
    "ratings.csv": `user,item,rating / ${[1, 2, 3, 4, 5, 6].map((id) => `u${id % 2},${id}0,${id % 5}`).join(" / ")}`,
    "books.csv": `book_id,other_id,title / ${[1, 2, 3, 4, 5, 6].map((id) => `9${id},${id}0,T${id}`).join(" / ")}`,
  };
  const JOINED = [
    'books.csv is joined by "other_id", as hardly any "book_id" in it was rated in ratings.csv.',
  ];
  const choice = (file: string, roles: readonly Role[]): Choices => ({
    tables: [
      { file: "other.csv", roles, hasHeader: true },
      { file, roles, hasHeader: true },
    ],
  });

  it("is by which number a table is joined, unless somebody has said so, or two tables hold ratings", async () => {
    expect(await examined(TWO_IDS)).toMatchObject({
      said: JOINED,
      told: ["ratings.csv: ratings user|item|rating", "books.csv: items unused|item|title"],
    });
    const kept = ["ratings.csv: ratings user|item|rating", "books.csv: items item|unused|title"];
    expect(await examined(TWO_IDS, choice("books.csv", ["item"]))).toMatchObject({ said: [], told: kept });
    expect((await examined(TWO_IDS, choice("ratings.csv", ["user"]))).said).toEqual(JOINED);
    const twice = await examined({ ...TWO_IDS, "more.csv": TWO_IDS["ratings.csv"] });
    expect(twice.told.slice(0, 2)).toEqual(kept);
  });
});

describe("what the items are called", () => {
  it.each<[string, Texts, string]>([
    ["by the column of items", { "films.csv": "userId,bookId,rating / 1,2,3" }, "books"],
    ["by the column of titles", { "films.csv": "userId,book title,rating / 1,Emma,3" }, "books"],
    ["by items before others", { "a.csv": "film user,bookId,rating / 1,2,3 / 2,2,3" }, "books"],
    ["by others before files", { "films.csv": "steamid,item,rating / 1,2,3" }, "games"],
    [
      "by titles before others",
      { "a.csv": "film user,item,book title,rating / 1,2,Emma,3 / 2,2,Emma,4" },
      "books",
    ],
    [
      "by their name, not by years",
      { "a.csv": "user,bookId,rating / a,Heat (1995),5 / b,Up (2009),2" },
      "books",
    ],
    ["by no column that is not used", { "a.csv": "user,item,rating,my book / 1,2,3,x / 1,3,2,x" }, "items"],
    ["by the file", { "films.csv": RATINGS }, "films"],
    ["by years behind titles", { "a.csv": "user,item,rating / a,Heat (1995),5 / b,Up [2009],2" }, "films"],
    [
      "by years behind titles beside ids",
      { "a.csv": "title,item,user,rating / Heat (1995),1,a,5 / Up (2009),2,b,2" },
      "films",
    ],
    [
      "by years in one of two tables",
      {
        "a.csv": "user,item,rating / a,1,5 / b,2,2 / a,2,4",
        "b.csv": "item,title / 1,Heat (1995) / 2,Up (2009)",
      },
      "films",
    ],
    [
      "by no years within titles",
      { "a.csv": "user,item,rating / a,Heat (1995) x,5 / b,Up (2009) x,2" },
      "items",
    ],
    [
      "by no years behind four of five titles",
      {
        "a.csv": `user,item,rating / ${["A (1995)", "B (1995)", "C (1995)", "D (1995)", "E"].map((t) => `u,${t},3`).join(" / ")}`,
      },
      "items",
    ],
    [
      "by years behind five of six titles",
      {
        "a.csv": `user,item,rating / ${["A (1995)", "B (1995)", "C (1995)", "D (1995)", "F (1995)", "E"].map((t) => `u,${t},3`).join(" / ")}`,
      },
      "films",
    ],
    ["by no titles at all", { "a.csv": "user,item,rating" }, "items"],
  ])("%s", async (_, texts, many) => {
    expect((await examined(texts)).nouns.many).toBe(many);
  });
});

/** "userId=user|item": columns are called by their roles, or as told. */
function tableOf(
  name: string,
  kind: TableKind,
  header: string,
  rows = "",
  size = 1,
  hasHeader = true,
): Table {
  const columns = header.split("|").map((column): Column => {
    const [called, role = called] = column.split("=");
    return { name: called, role: role as Role };
  });
  const head = headOf(hasHeader ? `${header} / ${rows}` : rows);
  return { head: { ...head, source: { ...head.source, name, size } }, form: { kind, hasHeader, columns } };
}
const likes = (name = "r.csv", rows = "ann|1 / bob|2") => tableOf(name, "ratings", "user|item", rows);
const assigned = (...tables: Table[]) => assign({ tables, nouns: ITEMS, unused: [], assumptions: [] });

const refusalOf = (tables: Table[]) => {
  try {
    assigned(...tables);
    return null;
  } catch (error) {
    return error instanceof DataFileError ? error.message : error;
  }
};

describe("which table is what", () => {
  it("is told by their kinds", () => {
    const [r, i, u, l, t] = [
      likes(),
      tableOf("i.csv", "items", "item|title"),
      tableOf("u.csv", "users", "user|age"),
      tableOf("l.csv", "links", "item|imdb"),
      tableOf("t.csv", "tags", "item|tags"),
    ];
    const nouns = ITEMS;
    expect(assigned(t, l, u, i, r)).toEqual({ ratings: r, items: i, users: u, links: l, tags: [t], nouns });
    expect(assigned(r)).toEqual({ ratings: r, items: null, users: null, links: null, tags: [], nouns });
  });

  it("prefers ratings whose header names who rated, and of these those with ratings", () => {
    const [named, unnamed] = [likes("a.csv"), tableOf("b.csv", "ratings", "x=user|item|rating")];
    const rated = tableOf("c.csv", "ratings", "rating|user|item");
    const bare = tableOf("d.csv", "ratings", "x=user|item", "ann|1", 1, false);
    expect(likeliestRatings([named, unnamed])).toEqual([named]);
    expect(likeliestRatings([unnamed, named, rated])).toEqual([rated]);
    expect(likeliestRatings([unnamed])).toEqual([unnamed]);
    expect(likeliestRatings([unnamed, bare])).toEqual([bare]);
    expect(likeliestRatings([named, bare])).toEqual([named, bare]);
  });

  it("takes what has no users or items for no ratings", () => {
    const [who, what] = [
      tableOf("a.csv", "ratings", "user|rating"),
      tableOf("b.csv", "ratings", "item|rating"),
    ];
    const tags = tableOf("c.csv", "tags", "user|item|rating");
    expect(assigned(who, what, tags, likes()).ratings.head.source.name).toBe("r.csv");
  });

  it("prefers things and users that have what matters", () => {
    const [bare, titled] = [tableOf("a.csv", "items", "item|year"), tableOf("b.csv", "items", "title|item")];
    expect(assigned(likes(), bare, titled).items).toBe(titled);
    expect(assigned(likes(), titled, bare).items).toBe(titled);
    const [nobody, somebody] = [tableOf("a.csv", "users", "age"), tableOf("b.csv", "users", "user|age")];
    expect(assigned(likes(), nobody, somebody).users).toBe(somebody);
    expect(assigned(likes(), nobody).users).toBe(nobody);
  });

  it("takes the things that were rated", () => {
    const rated = likes("r.csv", "ann|1 / bob|2 / bob| 3");
    const titles = (name: string, rows: string) => tableOf(name, "items", "item|title", rows);
    const few = titles("a.csv", "1|Heat / 4|Up / 5|Ran / 6|Big");
    const most = titles("b.csv", "2|Heat / 3 |Up");
    expect(assigned(rated, few, most).items).toBe(most);
    expect(assigned(rated, most, few).items).toBe(most);
  });

  it("takes the name of a column for no thing", () => {
    const [other, rated] = [
      tableOf("a.csv", "items", "item|title", "2|Heat"),
      tableOf("b.csv", "items", "film=item|title", "1|Up"),
    ];
    expect(assigned(tableOf("r.csv", "ratings", "user|item", "ann|1"), other, rated).items).toBe(rated);
  });

  it("takes the longest links", () => {
    const [short, long] = [
      tableOf("a.csv", "links", "item|imdb", "1|tt1", 10),
      tableOf("b.csv", "links", "item|imdb", "1|tt1", 20),
    ];
    expect(assigned(likes(), short, long).links).toBe(long);
    expect(assigned(likes(), long, short).links).toBe(long);
  });

  it.each<[string, Table[]]>([
    [
      "a.csv and b.csv: more than one file of ratings. Open one data set at a time.",
      [likes("a.csv"), likes("b.csv")],
    ],
    [
      "a.csv and b.csv: more than one file of items. Open one data set at a time.",
      [
        likes(),
        tableOf("a.csv", "items", "item|title", "1|x"),
        tableOf("b.csv", "items", "item|title", "1|x"),
      ],
    ],
    [
      "a.csv and b.csv: more than one file of items. Open one data set at a time.",
      [
        likes(),
        tableOf("a.csv", "items", "item|title", "1|x"),
        tableOf("b.csv", "items", "x=unused|title", "1|x"),
      ],
    ],
    [
      "a.csv and b.csv: more than one file of users. Open one data set at a time.",
      [likes(), tableOf("a.csv", "users", "age"), tableOf("b.csv", "users", "age")],
    ],
  ])("is refused: %s", (message, tables) => {
    expect(refusalOf(tables)).toBe(message);
  });

  const found = (name: string, says: string, columns: string) =>
    `${name} can't be read as ratings: no column says ${says} (found ${columns.replace(/\w+/g, '"$&"')}). A ratings file has the columns userId, movieId and rating.`;
  const NINE = "a|b|c|d|e|f|g|h|i".replace(/\w/g, "$&=unused");
  it.each<[string, Table[]]>([
    [found("a.csv", "what was rated", "user, rating"), [tableOf("a.csv", "ratings", "user|rating")]],
    [found("a.csv", "who rated", "item, rating"), [tableOf("a.csv", "ratings", "item|rating")]],
    [found("a.csv", "who rated", "title, x"), [tableOf("a.csv", "ratings", "title|x=unused")]],
    [found("a.csv", "who rated what", "rating"), [tableOf("a.csv", "ratings", "rating")]],
    [
      found("b.csv", "who rated what", "rating"),
      [tableOf("a.csv", "items", "item|title"), tableOf("b.csv", "ratings", "rating")],
    ],
    [
      found("a.csv", "who rated", "item, title"),
      [tableOf("a.csv", "items", "item|title"), tableOf("b.csv", "users", "user")],
    ],
    [found("a.csv", "who rated what", "a, b, c, d, e, f, g, h, …"), [tableOf("a.csv", "ratings", NINE)]],
    [
      found("a.csv", "who rated what", "a, b, c, d, e, f, g, h"),
      [tableOf("a.csv", "ratings", NINE.replace("|i=unused", ""))],
    ],
  ])("cannot be told: %s", (message, tables) => {
    expect(refusalOf(tables)).toBe(message);
  });
});
