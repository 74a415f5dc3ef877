import { expect, it } from "vitest";
import { guessEncoding } from "../../src/files/text/encodings.ts";
import { alphabet, paired, singleByte } from "../importers/kinds/sample.ts";

const told = (bytes: Uint8Array) => {
  const { encoding, others } = guessEncoding(bytes);
  return [encoding, ...others].join(", ");
};
const single = (label: string, text: string) => told(singleByte(text, alphabet(label)));

it.each<[string, string, string]>([
  ["windows-1252", "Amélie\nLéon\n", "Latin-1"],
  ["windows-1252", "½ *\n", "Latin-1"],
  ["windows-1250", "Żądło\nŁódź\nMiś\n", "Windows-1250"],
  ["windows-1250", "Dítě číslo 44\nOstře sledované vlaky\nKolja a ťuk\n", "Windows-1250"],
  ["windows-1250", "Őfelsége\nSzegénylegények\nKörhinta, hűség\n", "Windows-1250"],
  ["iso-8859-2", "Żądło\nŁódź\nMiś\n", "Latin-2"],
  ["iso-8859-2", "Škola základ života\nTišina\n", "Latin-2"],
  ["windows-1257", "Ąžuolas\nŠerkšnas\n", "Windows-1257"],
  ["windows-1257", "Četri balti krekli\nPūt, vējiņi\n", "Windows-1257"],
  ["windows-1251", "Сталкер\nСолярис\n", "Windows-1251"],
  ["koi8-r", "Сталкер\nСолярис\n", "KOI8-R"],
  ["ibm866", "Сталкер\nСолярис\n", "DOS Cyrillic"],
  ["windows-1253", "Ζορμπάς\nΘίασος\n", "Windows-1253"],
  ["windows-1255", "ואלס עם באשיר\n", "Windows-1255"],
  ["windows-1256", "الفردوس الآن\nكرامل\n", "Windows-1256"],
  ["windows-874", "พี่มาก\nฉลาดเกมส์โกง\n", "Windows-874"],
  ["macintosh", "Amélie\nSeñor Über\n", "Mac Roman"],
  ["windows-1254", "Kış Uykusu\nAğır Roman\n", "Windows-1254, Latin-1"],
  ["windows-1252", "Þórður\nBörn náttúrunnar\nHrútar í sveit\n", "Latin-1"],
])("letters of %s: %s", (label, text, expected) => {
  expect(single(label, text)).toBe(expected);
});

it.each<[string, string, string]>([
  ["shift_jis", "七人の侍\n千と千尋の神隠し\n", "Shift JIS"],
  ["shift_jis", "ゴジラ\n", "Shift JIS"],
  ["euc-jp", "七人の侍\n千と千尋の神隠し\n", "EUC-JP"],
  ["euc-kr", "기생충\n올드보이\n살인의 추억\n", "EUC-KR"],
  ["gbk", "霸王别姬\n活着\n让子弹飞\n", "GB18030"],
  ["big5", "悲情城市\n臥虎藏龍\n飲食男女\n", "Big5"],
])("letters of %s: %s", (label, text, expected) => {
  expect(told(paired(text, label))).toBe(expected);
});
