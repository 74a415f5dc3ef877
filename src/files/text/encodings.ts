import { decode, ENCODINGS, type Encoding, isValid } from "./decoding.ts";
import { likelihoods } from "./likelihood.ts";

/** What the sample is most likely written in; where two are nearly as likely, the others too, the likeliest first. */
export interface GuessedEncoding {
  encoding: Encoding;
  others: Encoding[];
}

/** So many times as likely as others an encoding has to be, as a logarithm, not to be asked for. */
const SURE = 4;
/** Western European files are too frequent to ask of each. */
const SURE_OF_WESTERN = 2.5;
/** Where more of the letters than this are in no language, it may be in anything, and is asked. */
const MOST_ODD = 0.3;
const MOST_ASKED = 5;
/** Bytes in which an alphabet shows. */
const MOST_TELLING = 2 ** 11;
/** Below it are digits, spaces and most of what stands between words. */
const LEAST_IN_WORD = 0x40;

/** By its byte order mark, or by the zeros between the letters of a text without one; null where it has neither. */
export function utf16Of(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 (big-endian)";
  const looked = Math.min(bytes.length & ~1, 2 ** 10);
  if (looked < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // Chinese letters have no zeros, but the commas and ends of lines between them do.
  const least = 0.1 * (looked / 2);
  const ends = (first: number, second: number) =>
    bytes.some((byte, i) => i % 2 === 0 && i < looked && byte === first && bytes[i + 1] === second);
  if (odd > least && even === 0 && ends(10, 0)) return "UTF-16";
  return even > least && odd === 0 && ends(0, 10) ? "UTF-16 (big-endian)" : null;
}

/** @param sample some thousand bytes from the first on that is not ASCII; its last letter may be cut */
export function guessEncoding(sample: Uint8Array): GuessedEncoding {
  if (isValid(sample, "utf-8")) return { encoding: "UTF-8", others: [] };
  if (isMostlyUtf8(sample)) return { encoding: "UTF-8 with damaged letters", others: [] };
  if (areSignsAlone(decode(sample, "Latin-1"))) return { encoding: "Latin-1", others: [] };
  const telling = tellingWords(sample);
  const [best, ...rest] = likelihoods(telling, sample);
  const texts = new Set([decode(telling, best.encoding)]);
  const isText = best.odd <= MOST_ODD;
  const others: Encoding[] = [];
  const sure = best.encoding === "Latin-1" ? SURE_OF_WESTERN : SURE;
  for (const { encoding, score } of rest) {
    if (others.length + 1 === MOST_ASKED || (isText && best.score - score > sure)) break;
    const other = decode(telling, encoding);
    // "ÿ" is a space in others, and nobody writes one alone.
    if (texts.has(other) || !/(?!\p{ASCII})\S/u.test(other)) continue;
    texts.add(other);
    others.push(encoding);
  }
  return { encoding: best.encoding, others };
}

/** Whether all beyond ASCII are signs that touch no letters, such as "£" or "½". */
function areSignsAlone(text: string): boolean {
  return !/(?!\p{ASCII})\p{L}|\p{L}\P{ASCII}|\P{ASCII}\p{L}|[\u0080-\u009f]/u.test(text);
}

/** Encodings in which these bytes are text, the current one first, each with other letters than those before it. */
export function possibleEncodings(bytes: Uint8Array, current: Encoding): Encoding[] {
  const sample = bytes.subarray(0, MOST_TELLING);
  const texts = new Set([decode(sample, current)]);
  const others = (Object.keys(ENCODINGS) as Encoding[]).filter((encoding) => {
    const text = decode(sample, encoding);
    const isText = !encoding.startsWith("UTF-") || isValid(sample, ENCODINGS[encoding]);
    const isOther = !texts.has(text) && !/[\u0080-\u009f\ufffd\0]/.test(text.slice(0, -1)) && isText;
    texts.add(text);
    return isOther;
  });
  return [current, ...others];
}

/** The first different words with letters beyond ASCII, a line each: what is repeated tells nothing more. */
function tellingWords(sample: Uint8Array): Uint8Array {
  const words = new Set<string>();
  let length = 0;
  for (let from = 0; from < sample.length && length < MOST_TELLING; ) {
    let end = from;
    let isTelling = false;
    // The second byte of a sign is none below.
    for (; end < sample.length && sample[end] >= LEAST_IN_WORD; end++) isTelling ||= sample[end] >= 0x80;
    if (isTelling) {
      const word = String.fromCharCode(...sample.subarray(from, Math.min(end, from + MOST_TELLING)));
      if (!words.has(word)) length += word.length + 1;
      words.add(word);
    }
    from = end + 1;
  }
  return Uint8Array.from([...words].join("\n"), (letter) => letter.charCodeAt(0));
}

/** Whether the letters beyond ASCII are whole ones of UTF-8, but for a few. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = decode(sample, "UTF-8");
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/(?!\ufffd)\P{ASCII}/gu)?.length ?? 0;
  return whole > 2 * damaged;
}
