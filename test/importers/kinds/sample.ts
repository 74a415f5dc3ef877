import { gzipSync, strToU8, zipSync } from "fflate";

export type Content = string | Uint8Array;

export interface Rating {
  user: number;
  item: number;
  rating: number;
  time: number;
}

/** Ten users, eight items and sixty ratings of 1 to 5 stars, in every way of writing that the cases try. */
export const RATINGS: readonly Rating[] = Array.from({ length: 80 }, (_, i) => {
  const [user, item] = [1 + Math.floor(i / 8), 501 + (i % 8)];
  return { user, item, rating: 1 + ((user * item + user) % 5), time: 1_400_000_000 + i * 86_400 };
}).filter(({ user, item }) => (user * 3 + item) % 4 !== 0);

export const TITLES: ReadonlyMap<number, string> = new Map([
  [501, "Amber Kite"],
  [502, "Blue Lantern"],
  [503, "Copper Moon"],
  [504, "Dust & Honey"],
  [505, "Every Other Harbour"],
  [506, "Four Winters"],
  [507, "Glass Orchard"],
  [508, "Hollow Bell"],
]);

export const USERS = [...new Set(RATINGS.map(({ user }) => user))];
export const ITEMS = [...TITLES.keys()];
/** How many of the ratings are likes, with 3 stars and more. */
export const LIKES = RATINGS.filter(({ rating }) => rating >= 3).length;
export const WHOLE = { users: 10, items: 8, ratings: 60 };

export const titleOf = ({ item }: Pick<Rating, "item">) => TITLES.get(item) ?? "";
export const isoOf = ({ time }: Rating) => new Date(time * 1000).toISOString();
export const ratingBy = (user: number, item: number) =>
  RATINGS.find((one) => one.user === user && one.item === item)?.rating ?? null;

/** A line each, below a header if there is one. */
export function lines(header: string, write: (one: Rating, i: number) => string): string {
  return `${header === "" ? "" : `${header}\n`}${RATINGS.map(write).join("\n")}\n`;
}

export const csv = (header = "userId,movieId,rating,timestamp") =>
  lines(header, ({ user, item, rating, time }) => [user, item, rating, time].join(","));

export const itemsCsv = (header = "movieId,title,genres") =>
  `${header}\n${ITEMS.map((item, i) => `${item},${titleOf({ item })} (${1990 + i}),${i % 2 ? "Drama" : "Comedy|Crime"}`).join("\n")}\n`;

export const zip = (entries: Record<string, Content>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([path, content]) => [path, bytes(content)])), {
    level: 1,
  });

export const gzip = (content: Content) => gzipSync(bytes(content));

export const bytes = (content: Content) => (typeof content === "string" ? strToU8(content) : content);

export const utf16 = (text: string, isBigEndian: boolean) => {
  const little = Buffer.from(text, "utf16le");
  return new Uint8Array(isBigEndian ? little.swap16() : little);
};

/** Text of an encoding with one byte a letter, by the letters that stand from 0x80 on. */
export const singleByte = (text: string, letters: ReadonlyMap<string, number>) =>
  Uint8Array.from(text, (letter) => letters.get(letter) ?? letter.charCodeAt(0));

/** The letters of one of `TextDecoder`'s encodings with one byte a letter. */
export function alphabet(label: string): Map<string, number> {
  const decoder = new TextDecoder(label);
  return new Map(
    Array.from({ length: 128 }, (_, i) => [decoder.decode(Uint8Array.of(128 + i)), 128 + i] as const),
  );
}

/** Text whose letters are two bytes each, by the pairs that stand for them. */
export function paired(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]));
}

/** A workbook of sheets of cells, as Excel writes text in place. */
export function workbook(sheets: Record<string, readonly (readonly (string | number)[])[]>): Uint8Array {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const parts = Object.values(sheets).map((rows, i): [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`,
  ]);
  const names = Object.keys(sheets).map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"/>`);
  return zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook><sheets>${names.join("")}</sheets></workbook>`,
    ...Object.fromEntries(parts),
  });
}

/** The same as LibreOffice writes it: numbers beside how they look, and blank cells and rows to a sheet's end. */
export function openDocument(sheets: Record<string, readonly (readonly (string | number)[])[]>): Uint8Array {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${String(value).replace(".", ",")}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><office:annotation><text:p>5</text:p></office:annotation><text:p><text:span>${escaped(value.slice(0, 2))}</text:span>${escaped(value.slice(2)).replaceAll(" ", "<text:s/>")}</text:p></table:table-cell>`;
  const rest = '<table:table-cell table:number-columns-repeated="16000"/>';
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row.map(cell).join("")}${rest}</table:table-row>`).join("")}<table:table-row table:number-rows-repeated="1048000">${rest}</table:table-row></table:table>`,
  );
  return zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:document-content>`,
  });
}

/** One person's three films under a header, with 4.5, 4 and 2.5 stars times as many points as a star has. */
export function three(
  header: string,
  write: (title: string, year: number, points: number) => string,
  points = 2,
): string {
  const films = [
    ["Heat", 1995, 4.5],
    ["Jaws", 1975, 4],
    ["Fargo", 1996, 2.5],
  ] as const;
  return `${header}\n${films.map(([title, year, stars]) => write(title, year, stars * points)).join("\n")}\n`;
}

export const STARS = [4.5, 4, 2.5];
export const THREE = { own: { found: 3, confirm: 0, stars: STARS } };

/** All of the sample, whatever it is written as. */
export const SAME = { dataset: { ...WHOLE, likes: LIKES } };
/** The same, with titles. */
export const TITLED = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite", "Dust & Honey"] } };
export const ratingsOf = (from: number) => RATINGS.filter(({ user }) => user === from);
