import { DataFileError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import { otherKind } from "./otherKind.ts";
import { decode, type Encoding } from "./text/decoding.ts";
import { guessEncoding, possibleEncodings, utf16Of } from "./text/encodings.ts";
import { cellsIn, type Sample, tellingSamples } from "./text/samples.ts";
import { firstBeyondAscii, TextPieces } from "./text/TextPieces.ts";

const LOOKED_AT = 2 ** 16;
/** A header of thousands of columns is longer than the first piece; what is longer than this is not a row. */
const LONGEST_ROW = 2 ** 22;
/** So far into a file the first letter beyond ASCII is looked for, which tells the encoding. */
const LETTERS_WITHIN = 2 ** 23;
const SAMPLE = 2 ** 16;
const LINES = 20;
const LONGEST_LINE = 256;
const NEWLINE = 10;

/** The beginning of a file: enough to tell what it is. */
export interface Start {
  bytes: Uint8Array;
  /** Empty for a file of bytes, such as Parquet or a workbook. */
  text: string;
  /** Whether the text is that of the whole file. */
  isWhole: boolean;
  /** Null while all is ASCII. */
  encoding: Encoding | null;
  /** Encodings that are nearly as likely, with what the beginning looks like in each; empty as a rule. */
  alternatives: Sample[];
  /** Encodings to choose from, that in which it is read first; empty where there is no doubt. */
  possible: Sample[];
}

/**
 * @param chosen the encoding, where a person has said which it is
 * @throws DataFileError if it is empty or of a kind that is not a table.
 */
export async function startOf(source: ByteSource, chosen: Encoding | null = null): Promise<Start> {
  let bytes = new Uint8Array();
  let sample: Uint8Array | null = null;
  let seen = 0;
  for await (const piece of source.pieces()) {
    if (seen === 0) {
      const kind = otherKind(piece);
      if (kind && !source.zipped) throw new DataFileError(`${source.name} ${kind}`);
    }
    if (seen === bytes.length && needsMore(bytes)) bytes = joined(bytes, piece);
    seen += piece.length;
    const beyond = firstBeyondAscii(piece);
    if (!sample && beyond < piece.length) {
      // What stands in front of it in its line tells something, too.
      const from = Math.max(piece.lastIndexOf(NEWLINE, beyond) + 1, beyond - LONGEST_LINE);
      sample = piece.slice(from, from + SAMPLE);
    }
    if ((seen > bytes.length || !needsMore(bytes)) && (sample || seen >= LETTERS_WITHIN)) break;
  }
  const isWhole = seen === bytes.length && seen >= source.size;
  if (source.zipped || startsWith(bytes, "PAR1")) {
    return { bytes, text: "", isWhole, encoding: null, alternatives: [], possible: [] };
  }
  const wide = utf16Of(bytes);
  const guessed = sample && !wide ? guessEncoding(sample) : null;
  const encoding = chosen ?? wide ?? guessed?.encoding ?? null;
  const pieces = new TextPieces(source.name, encoding);
  const text = pieces.push(bytes) + (isWhole ? pieces.end() : "");
  if (text.trim() === "") {
    throw new DataFileError(`${source.name} is empty. Choose a file that holds ratings.`);
  }
  const likely = !chosen && guessed && guessed.others.length > 0 ? [guessed.encoding, ...guessed.others] : [];
  // Hardly any text happens to be UTF-8.
  const isDoubtful = encoding && guessed && (chosen || guessed.encoding !== "UTF-8");
  const possible = sample && isDoubtful ? possibleEncodings(sample, encoding) : [];
  const sampleIn = (one: Encoding) => ({ encoding: one, sample: cellsIn(decode(sample ?? bytes, one)) });
  return {
    bytes,
    text,
    isWhole,
    encoding,
    alternatives: tellingSamples(sample ?? bytes, likely),
    possible: possible.map(sampleIn),
  };
}

function needsMore(bytes: Uint8Array): boolean {
  if (bytes.length < LOOKED_AT) return true;
  if (bytes.length >= LONGEST_ROW) return false;
  let lines = 0;
  for (const byte of bytes) if (byte === 10 || byte === 13) lines++;
  return lines < LINES;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
