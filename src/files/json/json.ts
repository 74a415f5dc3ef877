import { DataFileError } from "../../errors.ts";
import { allBytes, type ByteSource } from "../ByteSource.ts";
import type { OpenTable, TableFormat } from "../formats.ts";
import type { Start } from "../Start.ts";
import type { OnRow } from "../text/CsvDecoder.ts";
import { MOST_ROWS } from "../text/Dialect.ts";
import { decode } from "../text/decoding.ts";
import { remarks } from "../text/remarks.ts";
import { TextPieces } from "../text/TextPieces.ts";
import { JsonPieces } from "./JsonPieces.ts";
import { type Fields, fieldsOf, isObject } from "./jsonFields.ts";
import { numbered, recordsOf } from "./jsonRecords.ts";
import { type Json, looseJson } from "./looseJson.ts";

/** Rows of text in brackets, as Python prints lists. */
const LISTS_A_LINE = /^\[[^[\]{}\r\n]*\]\s*[\r\n]\s*\[/;
/** An object a line that was written as text, within quotes. */
const TEXTS_A_LINE = /^"\{\\"/;
const MOST_AT_ONCE = 2 ** 28;

/** Objects, one a line or in a list, or any other document with a table in it. */
export const json: TableFormat = {
  name: "JSON",
  files:
    "`.json`, `.jsonl`, `.ndjson`: a list of objects, one object a line, lists by column, rows within users, pandas' `to_json`, Python's printed dictionaries",
  async open(source, start) {
    const text = remarks(start.text).text.trimStart();
    if (TEXTS_A_LINE.test(text)) return whole(source, start, textsIn);
    if (LISTS_A_LINE.test(text) || !/^(?:\[\s*[[({\]"\d]|\{\s*(?:["'}]|u['"]))/.test(text)) return null;
    return isStreamed(text) ? streamed(source, start, text) : whole(source, start);
  },
};

/** A list of objects, or one object after another. */
function isStreamed(text: string): boolean {
  if (/^\[\s*\{/.test(text)) return true;
  return /^\{[\s\S]*?\}\s*[\r\n]\s*\{/.test(text) && objectsIn(text).length > 1;
}

function objectsIn(text: string): string[] {
  const objects: string[] = [];
  new JsonPieces().push(text, (object) => objects.length < MOST_ROWS && objects.push(object));
  return objects;
}

function streamed(source: ByteSource, start: Start, text: string): OpenTable {
  const records = objectsIn(text).flatMap((object) => rowsOf(object) ?? []);
  const isList = text.startsWith("[");
  if (records.length === 0) throw unreadable(source);
  const names = namesOf(records);
  return {
    ...tableOf(isList ? "JSON" : "JSON lines", names, records),
    read: async (take, onBytes) => {
      take(names, 0, false);
      const pieces = new TextPieces(source.name, start.encoding);
      const objects = new JsonPieces();
      let entry = 0;
      const onObject = (object: string) => {
        entry++;
        const rows = rowsOf(object);
        if (!rows) take([], entry, true);
        else for (const row of rows) take(cells(row, names), entry, false);
      };
      let bytes = 0;
      for await (const piece of source.pieces()) {
        objects.push(pieces.push(piece), onObject);
        bytes += piece.length;
        onBytes(bytes);
      }
      objects.push(pieces.end(), onObject);
      if (objects.isOpen) throw unreadable(source);
    },
  };
}

async function whole(source: ByteSource, { encoding }: Start, parse = looseJson): Promise<OpenTable> {
  const document = parse(decode(await allBytes(source, MOST_AT_ONCE), encoding ?? "UTF-8").trim());
  if (document === undefined) throw unreadable(source);
  const records = recordsOf(document);
  if (!records || records.length === 0) {
    throw new DataFileError(
      `${source.name} is JSON, but not a list of ratings. Expected one object a rating, with user, item and rating.`,
    );
  }
  const names = namesOf(records);
  const table = tableOf("JSON", names, records.slice(0, MOST_ROWS));
  const isNameless = names.every((name, place) => name === numbered(place));
  return {
    ...table,
    ...(isNameless ? { hasHeader: null, rows: table.rows.slice(1) } : {}),
    read: async (take: OnRow, onBytes) => {
      if (!isNameless) take(names, 0, false);
      for (const [i, record] of records.entries()) take(cells(record, names), i + 1, false);
      onBytes(source.size);
    },
  };
}

/** The objects of such lines; undefined if one is damaged. */
function textsIn(text: string): Json | undefined {
  const all = text.split(/\s*[\r\n]+\s*/).map((line) => looseJson(line));
  const objects = all.map((one) => (typeof one === "string" ? looseJson(one) : undefined));
  return objects.every((one) => one !== undefined) ? (objects as Json[]) : undefined;
}

function tableOf(format: string, names: string[], records: readonly Fields[]) {
  const rows = [names, ...records.map((record) => cells(record, names))];
  return { format, dialect: null, hasHeader: true, skip: 0, rows };
}

function rowsOf(object: string): Fields[] | null {
  const value = looseJson(object);
  return isObject(value) ? fieldsOf(value) : null;
}

function namesOf(records: readonly Fields[]): string[] {
  return [...new Set(records.slice(0, MOST_ROWS).flatMap((record) => [...record.keys()]))];
}

function cells(record: Fields, names: readonly string[]): string[] {
  return names.map((name) => record.get(name) ?? "");
}

function unreadable(source: ByteSource): DataFileError {
  return new DataFileError(`${source.name} isn't valid JSON. The file may be incomplete; download it again.`);
}
