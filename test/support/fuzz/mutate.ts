import type { SeededRandom } from "../../../src/matrix/random.ts";
import { bytesOf, type Grammar, packed, type Seed, type SeedFile } from "./seeds.ts";

/** Values that readers tend to stumble over. */
const VALUES = [
  ...["", " ", "0", "-1", "0.5", "5", "11", "1e309", "-0", "1e-400", "NaN", "Infinity", "null", "true", "-"],
  ...[
    "4294967296",
    "-2147483649",
    "9007199254740993",
    "9".repeat(400),
    "0x10",
    "1,5",
    "1.234,5",
    "8/10",
    "8/0",
  ],
  ...["★★★½", "50 %", "__proto__", "constructor", "toString", "hasOwnProperty", "=1+1", "<b>", "&amp;&#0;"],
  ...["&#x110000;", "&bomb;", '"', '""', '"a', "'", 'a"b', ",", ";", "\t", "::", "|", "\\", "\\N", "{", "[]"],
  ...["\0", "\ufeff", "\u2028", "\u00a0", "\ud800", "🎬", "Ünïcödé", "(1995)", "Heat (99999)", "Heat (", "%"],
  ...["2020-13-45", "2020-02-30T25:61:61Z", "0000-00-00", "1/1/20", "99999999999999999999", "-1e9", "1e18"],
  ...[
    "userId",
    "movieId",
    "title",
    "rating",
    "Title",
    "Your Rating",
    "timestamp",
    "u1",
    "seen",
    "movie",
    "x".repeat(3000),
  ],
];

/** Brackets and tags within each other: more than a reader that calls itself can bear. */
const LONG = 10_000;

type Change = (text: string, random: SeededRandom) => string;

const pick = <T>(random: SeededRandom, all: readonly T[]): T => all[random.below(all.length)];

/** Any files of the kind of the seed: one to four likely faults in them, more or less likely ones by far. */
export function mutated(seed: Seed, random: SeededRandom): Map<string, Uint8Array> {
  const changed = random.below(seed.files.length);
  const files = seed.files.map((file, i) => ({
    name: file.name,
    bytes: i === changed ? mutatedFile(file, random) : bytesOf(file),
  }));
  const all = packed(seed, files);
  if (seed.packed && random.below(3) === 0) {
    for (const [name, bytes] of all) all.set(name, mutatedBytes(bytes, random));
  }
  return all;
}

function mutatedFile(file: SeedFile, random: SeededRandom): Uint8Array {
  if (typeof file.content !== "string" || random.below(40) === 0) return mutatedBytes(bytesOf(file), random);
  let text = file.content;
  for (let left = 1 + random.below(4); left > 0; left--) text = changeOf(file.grammar, random)(text, random);
  return encoded(text, random);
}

function changeOf(grammar: Grammar, random: SeededRandom): Change {
  if (random.below(5) === 0 || grammar === "bytes") return pick(random, TEXT);
  if (grammar === "JSON") return changedJson;
  if (grammar === "XML") return changedXml;
  return (text) => changedRows(text, grammar.rows, random);
}

function mutatedBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + random.below(3); left > 0; left--) {
    changed[random.below(changed.length)] ^= 1 << random.below(8);
  }
  if (random.below(4) === 0) return changed.slice(0, random.below(changed.length));
  return changed;
}

function encoded(text: string, random: SeededRandom): Uint8Array {
  const way = random.below(20);
  if (way === 0) return Buffer.from(`\ufeff${text}`, "utf16le");
  if (way === 1) return Buffer.from(text, "latin1");
  if (way === 2) return Buffer.from(`\ufeff${text}`);
  return Buffer.from(text);
}

/** What may befall any text. */
const TEXT: readonly Change[] = [
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => replaced(text, random, () => pick(random, VALUES)),
  (text, random) => replaced(text, random, (span) => span + span),
  (text, random) => replaced(text, random, () => ""),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => `# a remark\n\n${text}`,
];

function replaced(text: string, random: SeededRandom, make: (span: string) => string): string {
  const from = random.below(text.length + 1);
  const to = from + random.below(12);
  return text.slice(0, from) + make(text.slice(from, to)) + text.slice(to);
}

/** Rows and columns moved, doubled, left out or given other values. */
function changedRows(text: string, delimiter: string, random: SeededRandom): string {
  const rows = text.split("\n").map((line) => line.split(delimiter));
  const at = random.below(rows.length);
  const row = rows[at];
  const column = random.below(row.length);
  const other = random.below(row.length);
  const each = (change: (row: string[], i: number) => unknown) => {
    for (const [i, one] of rows.entries()) change(one, i);
  };
  const changes: (() => unknown)[] = [
    () => row.splice(column, 1, pick(random, VALUES)),
    () => row.splice(column, 1, pick(random, VALUES)),
    () => rows[0].splice(random.below(rows[0].length), 1, pick(random, VALUES)),
    () => row.splice(column, 1),
    () => row.splice(column, 0, pick(random, VALUES)),
    () => row.splice(column, 1, row[other]),
    () => rows.splice(at, 1),
    () => rows.splice(at, 0, [...row]),
    () => rows.splice(at, 0, [pick(random, VALUES)]),
    () => rows.splice(1),
    () => rows.splice(0, 1),
    () => rows.splice(0, 0, rows[rows.length - 1]),
    () => each((one) => one.splice(column, 1)),
    () => each((one) => one.splice(column, 0, one[other] ?? "")),
    () => each((one) => ([one[column], one[other]] = [one[other] ?? "", one[column] ?? ""])),
    () => each((one, i) => i > 0 && one.splice(column, 1, pick(random, VALUES))),
    () => each((one, i) => i > 0 && one.splice(column, 1, rows[1][column] ?? "")),
    () => rows.push(...rows.slice(1)),
  ];
  pick(random, changes)();
  const between = random.below(12) === 0 ? pick(random, [",", ";", "\t", "|", "::", " "]) : delimiter;
  return rows.map((one) => one.join(between)).join("\n");
}

/** A value, a name or a whole branch of it changed; sometimes deeper than any is. */
function changedJson(text: string, random: SeededRandom): string {
  if (text.length > LONG) return pick(random, TEXT)(text, random);
  if (random.below(50) === 0) return "[".repeat(LONG) + text + "]".repeat(LONG);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return pick(random, TEXT)(text, random);
  }
  const value = (): unknown =>
    pick(random, [null, true, 0, -1, 1e300, [], {}, [[]], { a: {} }, 1.5, ...VALUES.slice(0, 12)]);
  const change = (node: unknown): unknown => {
    if (typeof node !== "object" || node === null || random.below(4) === 0) {
      return pick<() => unknown>(random, [
        value,
        () => pick(random, VALUES),
        () => [node],
        () => ({ a: node }),
      ])();
    }
    const entries = Object.entries(node);
    if (entries.length === 0) return value();
    const at = random.below(entries.length);
    const [name, inner] = entries[at];
    const way = random.below(6);
    if (way === 0) entries.splice(at, 1);
    else if (way === 1) entries.splice(at, 1, [pick(random, VALUES), inner]);
    else if (way === 2) entries.splice(at, 0, [pick(random, VALUES), value()]);
    else entries[at] = [name, change(inner)];
    return Array.isArray(node) && random.below(10) > 0
      ? entries.map(([, one]) => one)
      : Object.fromEntries(entries);
  };
  return JSON.stringify(change(root)) ?? "";
}

/** Tags and texts moved, doubled, left out or given other contents; sometimes deeper than any is. */
function changedXml(text: string, random: SeededRandom): string {
  if (random.below(50) === 0) return `${"<a>".repeat(LONG)}<b/>${"</a>".repeat(LONG)}`;
  const parts: string[] = text.match(/<[^>]*>|[^<]+/g) ?? [];
  if (parts.length === 0) return text;
  const at = random.below(parts.length);
  const other = random.below(parts.length);
  const changes: (() => unknown)[] = [
    () => parts.splice(at, 1),
    () => parts.splice(at, 0, parts[other]),
    () => ([parts[at], parts[other]] = [parts[other], parts[at]]),
    () => parts.splice(at, 1, pick(random, VALUES)),
    () => parts.splice(at, 1, pick(random, VALUES)),
    () => parts.splice(at, 0, `<![CDATA[${pick(random, VALUES)}]]>`),
    () => parts.splice(at, 0, "<!-- <a> -->"),
    () => parts.unshift('<!DOCTYPE a [<!ENTITY bomb "&bomb;&bomb;">]>'),
    () =>
      parts.splice(
        at,
        1,
        parts[at].replace(/<(\/?)[\w]+/, `<$1${pick(random, ["a", "rating", "c", "__proto__"])}`),
      ),
    () => parts.splice(at, 1, parts[at].replace(/>$/, ` r="${pick(random, VALUES)}" t="s" x>`)),
  ];
  pick(random, changes)();
  return parts.join("");
}
