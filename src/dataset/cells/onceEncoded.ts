/** The signs that Windows-1252 has from byte 0x80 on. Node's own decoder does not know them. */
const SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** The bytes of letters in Windows-1252, and those that Latin-1 has in their places. */
const BYTES = new Map([...SIGNS].map((sign, i) => [sign, 0x80 + i]));
for (let byte = 0x80; byte <= 0xff; byte++) BYTES.set(String.fromCharCode(byte), byte);
/** The first byte of a letter of UTF-8, taken for a letter, and one that may follow it. */
const TWICE = /[Â-ô][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/;

/** "AmÃ©lie" is "Amélie", which a program took for Windows-1252 and encoded again. What is whole as it stands is kept. */
export function onceEncoded(text: string): string {
  if (!TWICE.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i) < 0x80 ? text.charCodeAt(i) : BYTES.get(text[i]);
    if (byte === undefined) return text;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
