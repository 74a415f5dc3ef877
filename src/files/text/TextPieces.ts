import { DataFileError } from "../../errors.ts";
import { type Decoder, decoderOf, type Encoding } from "./decoding.ts";

/** A letter of UTF-8 has at most this many bytes. */
const LETTER = 4;

/**
 * Text out of the bytes of a file, wherever these are cut into pieces. Where no encoding is given, the first
 * letter beyond ASCII decides between UTF-8 and Latin-1, in which the older MovieLens files are written.
 */
export class TextPieces {
  readonly #file: string;
  #decoder: Decoder = new TextDecoder("utf-8", { fatal: true });
  /** Null while all is ASCII. */
  #encoding: Encoding | null = null;
  /** The beginning of the first letter beyond ASCII, as long as it may go on in the next piece. */
  #held = new Uint8Array();

  constructor(file: string, encoding: Encoding | null = null) {
    this.#file = file;
    if (encoding !== null && encoding !== "UTF-8") {
      this.#encoding = encoding;
      // A letter that was damaged in a file of thousands is no reason to refuse it.
      this.#decoder = decoderOf(encoding);
    }
  }

  get encoding(): Encoding {
    return this.#encoding ?? "UTF-8";
  }

  /** @throws DataFileError if this is not text, or in another encoding. */
  push(piece: Uint8Array): string {
    if (piece.includes(0) && !this.encoding.startsWith("UTF-16")) throw this.#notText();
    if (this.#encoding) return this.#decode(piece);
    const bytes = joined(this.#held, piece);
    const at = firstBeyondAscii(bytes);
    const isLetterWhole = bytes.length - at >= LETTER;
    this.#held = bytes.slice(isLetterWhole ? bytes.length : at);
    const text = this.#decode(bytes.subarray(0, at));
    if (!isLetterWhole) return text;
    this.#decide(bytes.subarray(at));
    return text + this.#decode(bytes.subarray(at));
  }

  /** What is left; nothing may be pushed after it. @throws DataFileError if the text ends within a letter. */
  end(): string {
    if (this.#held.length > 0) this.#decide(this.#held);
    try {
      return this.#decode(this.#held) + this.#decoder.decode();
    } catch {
      throw new DataFileError(
        `${this.#file} is cut off or not in UTF-8. Save it as CSV (UTF-8) and open it again.`,
      );
    }
  }

  #decide(bytes: Uint8Array): void {
    this.#encoding = "UTF-8";
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, lengthOfLetter(bytes[0])), {
        stream: true,
      });
    } catch {
      this.#encoding = "Latin-1";
      this.#decoder = decoderOf("Latin-1");
    }
  }

  #decode(bytes: Uint8Array): string {
    if (this.#encoding === "Latin-1" && hasControls(bytes)) throw this.#notText();
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw this.#notText();
    }
  }

  #notText(): DataFileError {
    return new DataFileError(
      `${this.#file} is not UTF-8 text: it may be cut off, in another encoding or no table at all. Save it as CSV (UTF-8) and open it again.`,
    );
  }
}

/** The place of the first byte that is not ASCII, or the length. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && bytes[at] < 0x80) at++;
  return at;
}

function lengthOfLetter(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Bytes that stand in no text: control characters other than tab, line ends and the one that Hive separates by. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && byte !== 1 && (byte < 0x09 || byte > 0x0d));
}
