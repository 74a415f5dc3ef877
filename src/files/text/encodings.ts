import { decode, ENCODINGS, type Encoding, isValid } from "./decoding.ts";
/** What the sample is most likely written in; where two are nearly as likely, the others too, the likeliest first. */
export interface GuessedEncoding {
  encoding: Encoding;
  others: Encoding[];
}

/** All of their block, most of which Windows-874 has. */
const THAI = Array.from({ length: 0x5b }, (_, i) => String.fromCharCode(0xe01 + i)).join("");
const OFTEN_THAI = "านรอกเงมยลวดทสตะปบคั่้ีิ";
const ICELANDIC = "áðéíóúýþæö";

const CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const OFTEN_CYRILLIC = "оеаинтсрвлк";
const WESTERN = "áàâäãåæçéèêëíîïìñóôöòõøœúûüùÿß";

/**
 * The letters beyond ASCII that a language writes, by the encoding in which older programs write it; of other scripts
 * also the letters of which most of a text is.
 */
const LETTERS: readonly (readonly [Encoding, string, string?])[] = [
  ["Latin-1", "àâçéèêëîïôùûüÿœæ"],
  ["Latin-1", "äöüßé"],
  ["Latin-1", "áéíñóúü"],
  ["Latin-1", "áàâãçéêíóôõúü"],
  ["Latin-1", "àèéìíòóù"],
  ["Latin-1", "æøåäöéü"],
  ["Windows-1250", "ąćęłńóśźż"],
  ["Windows-1250", "áčďéěíňóřšťúůýž"],
  ["Windows-1250", "áäčďéíĺľňóôŕšťúýž"],
  ["Windows-1250", "áéíóöőúüű"],
  ["Windows-1250", "ăâîşţ"],
  ["Windows-1250", "čćđšž"],
  ["Latin-2", "ąćęłńóśźż"],
  ["Latin-2", "áčďéěíňóřšťúůýž"],
  ["Latin-2", "áäčďéíĺľňóôŕšťúýž"],
  ["Latin-2", "čćđšž"],
  ["Windows-1257", "āčēģīķļņšūž"],
  ["Windows-1257", "ąčęėįšųūž"],
  ["Windows-1251", `${CYRILLIC}іїєґўљњћџђј`, OFTEN_CYRILLIC],
  ["KOI8-R", CYRILLIC, OFTEN_CYRILLIC],
  ["DOS Cyrillic", CYRILLIC, OFTEN_CYRILLIC],
  ["Windows-1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ", "αοιετσνηρςλά"],
  ["Windows-1255", "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "יוהלאמתרבש"],
  ["Windows-1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةأإآىءئؤپچژگ", "اليموتنرةعب"],
  ["Windows-874", THAI, OFTEN_THAI],
  ["Mac Roman", WESTERN],
  ["DOS (850)", "äöüßé"],
  ["DOS (850)", WESTERN],
  ["Windows-1254", "âçéğıîöşüû"],
  ["Latin-1", ICELANDIC],
  ["Latin-1", WESTERN],
];
/** Western European files are so much more frequent that the others have to explain the letters better. */
const AHEAD = 0.04;
/** Few use them now. */
const RARE: ReadonlySet<Encoding> = new Set([
  "Mac Roman",
  "DOS Cyrillic",
  "DOS (850)",
  "Windows-874",
  "Latin-2",
  "Windows-1257",
]);
/** As much of a text is its frequent letters. */
const SHARE_OF_FREQUENT = 0.6;
/** Letters that no language explains this well may be in anything: the person is asked. */
const SURE_FROM = 0.75;
const NEARLY = 0.05;
const MOST_ASKED = 4;
/** Bytes in which an alphabet shows. */
const MOST_TELLING = 2 ** 13;
const NEWLINE = 10;
/** Node's decoder of Windows-1252 leaves the bytes of quotes and dashes as they are, where browsers give the signs. */
const WITHIN_WORDS =
  /\p{L}[„“”™‚†‡•‰‹›\u0082\u0084\u0093-\u0095\u0099](?=\p{L})|(?:^|^[\s,;"])[™®©¬¦\u0099]\p{L}/u;

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
  const eastern = easternOf(sample);
  if (eastern) return { encoding: eastern, others: [] };
  const telling = tellingLines(sample);
  const texts = new Map(LETTERS.map(([encoding]) => [encoding, decode(telling, encoding)]));
  const likely = new Map<Encoding, number>();
  for (const [encoding, letters, often] of LETTERS) {
    const text = texts.get(encoding) ?? "";
    const share =
      shareExplained(text, letters) * (often ? shareOfFrequent(text, often) : 1) +
      (encoding === "Latin-1" ? AHEAD : 0);
    likely.set(encoding, Math.max(share - behind(encoding, letters), likely.get(encoding) ?? 0));
  }
  const ranked = [...likely].sort(([, a], [, b]) => b - a);
  const [[best, share]] = ranked;
  // Signs such as "½" alone are in no alphabet and the same in most encodings.
  const text = decode(sample, best);
  if (!/(?!\p{ASCII})\p{L}/u.test(text)) return { encoding: "Latin-1", others: [] };
  const others = ranked.filter(([other]) => other !== best && decode(sample, other) !== text);
  const isSure = share >= SURE_FROM;
  const near = others.filter(([, other]) => share - other <= NEARLY);
  // Western European files are too frequent to ask of each; what nothing explains can be anything.
  if (isSure && best === "Latin-1") return { encoding: best, others: [] };
  const asked = isSure || near.length > 0 ? near : others.slice(0, MOST_ASKED);
  return { encoding: best, others: asked.map(([other]) => other) };
}

/** Whether all beyond ASCII are signs that touch no letters, such as "£" or "½". */
function areSignsAlone(text: string): boolean {
  return !/(?!\p{ASCII})\p{L}|\p{L}\P{ASCII}|\P{ASCII}\p{L}/u.test(text);
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

/** The first lines with letters beyond ASCII in them, as many as tell enough. */
function tellingLines(sample: Uint8Array): Uint8Array {
  const lines: number[] = [];
  for (let from = 0; from < sample.length && lines.length < MOST_TELLING; ) {
    const end = sample.indexOf(NEWLINE, from);
    const line = sample.subarray(from, end < 0 ? sample.length : end + 1);
    if (line.some((byte) => byte >= 0x80)) lines.push(...line.subarray(0, MOST_TELLING));
    from += line.length;
  }
  return Uint8Array.from(lines);
}

/** How much better an alphabet has to explain the letters than others do. */
function behind(encoding: Encoding, letters: string): number {
  // All languages of the West together would explain Czech and Hungarian too.
  if (encoding === "Latin-1" && letters === WESTERN) return 5 * AHEAD;
  // Turkish letters stand in the places of Icelandic ones, and more people write them.
  return letters === ICELANDIC || RARE.has(encoding) ? 2 * AHEAD : 0;
}

/** Of the letters beyond ASCII, and of what stands beside letters and is none, how much an alphabet explains. */
function shareExplained(text: string, letters: string): number {
  const alphabet = new Set(letters + letters.toUpperCase());
  let known = 0;
  let all = 0;
  for (const { 0: letter, index } of text.matchAll(/\P{ASCII}/gu)) {
    const isLetter = /\p{L}/u.test(letter);
    // Quotation marks and dashes are in all of them, and none is within a word.
    const isWithin = WITHIN_WORDS.test(text.slice(Math.max(0, index - 1), index + 2));
    if (
      !isLetter &&
      !isWithin &&
      /[\u2010-\u203a\u00a0«»°©®™…€\u0080\u0082\u0084-\u0087\u0091-\u0097\u0099]/u.test(letter)
    )
      continue;
    all++;
    if (alphabet.has(letter)) known++;
  }
  if (all === 0) return 0;
  // Greek and Cyrillic letters do not touch Latin ones.
  const isLatin = letters < "\u0370";
  const touching = isLatin ? 0 : (text.match(/[A-Za-z](?=\P{ASCII})|\P{ASCII}(?=[A-Za-z])/gu)?.length ?? 0);
  return (known - touching - mixedWords(text)) / all;
}

/** Words in which a small letter is followed by a capital one: of alphabets that are taken for each other. */
function mixedWords(text: string): number {
  return text.match(/\p{Ll}(?!\p{ASCII})\p{Lu}|\p{Lu}(?!\p{ASCII})\p{Lu}\p{Ll}/gu)?.length ?? 0;
}

/** How near the frequent letters of a script come to the share that they have in its languages, 0 to 1. */
function shareOfFrequent(text: string, often: string): number {
  const letters = text.toLowerCase().match(/(?!\p{ASCII})\p{L}|\p{M}/gu) ?? [];
  if (letters.length === 0) return 0;
  const share = letters.filter((letter) => often.includes(letter)).length / letters.length;
  return Math.min(1, share / SHARE_OF_FREQUENT);
}

/** Whether the letters beyond ASCII are whole ones of UTF-8, but for a few. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = decode(sample, "UTF-8");
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/(?!\ufffd)\P{ASCII}/gu)?.length ?? 0;
  return whole > 2 * damaged;
}

/** Chinese, Japanese and Korean have two bytes a letter; their rows of letters tell them apart. */
function easternOf(sample: Uint8Array): Encoding | null {
  const fits = (encoding: Encoding) => isValid(sample, ENCODINGS[encoding]);
  if (fits("EUC-KR") || fits("GB18030") || fits("EUC-JP")) {
    const leads = pairLeads(sample, 0xa1);
    if (leads !== null && shareOfFrequent(decode(sample, "Windows-874"), OFTEN_THAI) < 1) {
      const share = (from: number, to: number) =>
        leads.filter((lead) => lead >= from && lead <= to).length / leads.length;
      if (share(0xa4, 0xa5) > 0.3 && fits("EUC-JP")) return "EUC-JP";
      if (share(0xb0, 0xc8) > 0.98 && leads.length > 8 && fits("EUC-KR")) return "EUC-KR";
      // Windows adds letters in rows before these, which some decoders do not know.
      if (leads.some((lead) => lead < 0xa1) && areKorean(decode(sample, "EUC-KR"))) return "EUC-KR";
      // The frequent letters stand in the first rows; what looks like rare ones throughout is another alphabet.
      if (share(0xb0, 0xd7) > 0.6 && fits("GB18030")) return "GB18030";
    }
  }
  // "År" would be a letter of China and Japan, too.
  if (everyPairEndsLatin(sample)) return null;
  const most = highBytes(sample) / 3;
  if (fits("Shift JIS") && lettersApart(decode(sample, "Shift JIS")) > most) return "Shift JIS";
  const leads = pairLeads(sample, 0x40);
  // The frequent letters stand in the first rows, as above.
  const frequent = leads?.filter((lead) => lead >= 0xa4 && lead <= 0xc6).length ?? 0;
  const isBig5 = leads?.every((lead) => lead >= 0xa1 && lead <= 0xf9) && frequent > leads.length * 0.6;
  return isBig5 && fits("Big5") && lettersApart(decode(sample, "Big5")) > most ? "Big5" : null;
}

/** Chinese that is read as Korean has other letters in it throughout. */
function areKorean(text: string): boolean {
  const korean = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0;
  return korean > 8 && korean > 0.8 * (text.match(/\P{ASCII}/gu)?.length ?? 0);
}

/** How many letters of China and Japan there are that do not touch Latin ones, as they do where they are none. */
function lettersApart(text: string): number {
  return text.match(/(?<![a-z])[\u3040-\u30ff\u4e00-\u9fff](?![a-z])/gi)?.length ?? 0;
}

function highBytes(sample: Uint8Array): number {
  return sample.reduce((sum, byte) => sum + Number(byte >= 0x80), 0);
}

/** Whether a Latin letter follows each byte beyond ASCII. */
function everyPairEndsLatin(sample: Uint8Array): boolean {
  return sample.every((byte, i) => byte < 0x80 || /[A-Za-z]/.test(String.fromCharCode(sample[i + 1] ?? 0)));
}

/** The first bytes of letters of two bytes; null where a second byte is below what it may be. */
function pairLeads(sample: Uint8Array, least: number): number[] | null {
  const leads: number[] = [];
  for (let i = 0; i + 1 < sample.length; i++) {
    if (sample[i] < 0x80) continue;
    if (sample[i + 1] < least) return null;
    leads.push(sample[i++]);
  }
  return leads.length > 0 ? leads : null;
}
