import { DosDecoder } from "./dosText.ts";

/** How letters are written as bytes: what a person calls it, and what `TextDecoder` does. */
export const ENCODINGS = {
  "UTF-8": "utf-8",
  "UTF-8 with damaged letters": "utf-8",
  "UTF-16": "utf-16le",
  "UTF-16 (big-endian)": "utf-16be",
  "Latin-1": "windows-1252",
  "Windows-1250": "windows-1250",
  "Latin-2": "iso-8859-2",
  "Windows-1251": "windows-1251",
  "Windows-1253": "windows-1253",
  "Windows-1254": "windows-1254",
  "Windows-1255": "windows-1255",
  "Windows-1256": "windows-1256",
  "Windows-1257": "windows-1257",
  "Windows-874": "windows-874",
  "KOI8-R": "koi8-r",
  "DOS Cyrillic": "ibm866",
  "DOS (850)": "ibm850",
  "Mac Roman": "macintosh",
  GB18030: "gb18030",
  Big5: "big5",
  "Shift JIS": "shift_jis",
  "EUC-JP": "euc-jp",
  "EUC-KR": "euc-kr",
} as const;

export type Encoding = keyof typeof ENCODINGS;

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return decoderOf(encoding).decode(bytes);
}

/** What `TextDecoder` and others do. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** Damaged letters become signs of replacement. */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === "DOS (850)") return new DosDecoder();
  const decoder = new TextDecoder(ENCODINGS[encoding]);
  if (encoding !== "Latin-1") return decoder;
  return { decode: (bytes, options) => withoutControls(decoder.decode(bytes, options)) };
}

/** What Windows has from 0x80 on; some versions of Node take these bytes for signs of control, as Latin-1 does. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function withoutControls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]);
}

/** Whether all of it is whole; its last letter may be cut. */
export function isValid(sample: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
