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
  ["windows-1254", "Kış Uykusu\nAğır Roman\n", "Windows-1254"],
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

const latin = (text: string) => told(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
const utf8 = (text: string) => Buffer.from(text).toString("latin1");

it.each<[string, string, string]>([
  ["UTF-8, its last letter cut", `${utf8("Amélie")}\n\xc3`, "UTF-8"],
  ["UTF-8, one letter of four damaged", `${utf8("é è ê")} \xe9 x`, "UTF-8 with damaged letters"],
  [
    "UTF-8, one letter of three damaged",
    `${utf8("Léon, Amélie")}Andr\xe9,`,
    "Latin-1, Windows-1250, Windows-874, Mac Roman, Latin-2",
  ],
  ["a damaged byte that is a space elsewhere", "Heat,\xff\n", "Windows-1251, KOI8-R"],
  ["signs that touch no letters", "\xbd * 1\n", "Latin-1"],
  ["a sign beside a letter", "A\xbd\n", "Latin-1"],
  ["quotes of Windows around words", "\x93Heat\x94 \x96 Andr\xe9\n", "Latin-1"],
  ["quotes of Windows within words", "Ann\x92s \x91n\x92 Jos\xe9\n", "Latin-1"],
  ["short words of Latin letters that might be Chinese", "\xc5r; \xc5r; \xc5r\n", "Latin-1"],
  ["lines of ASCII above", `${`${"x".repeat(100)}\n`.repeat(200)}Sm\xf8rrebr\xf8d\n`, "Latin-1"],
])("%s", (_, text, expected) => {
  expect(latin(text)).toBe(expected);
});

it.each<[string, string, string]>([
  ["windows-1251", "Heat и Брат\nСталкер (1979)\n", "Windows-1251"],
  ["windows-1251", "ЗЕРКАЛО\nСТАЛКЕР\n", "Windows-1251"],
  ["windows-1251", "Брат\n", "Windows-1251"],
  ["koi8-r", "ЗЕРКАЛО\nСТАЛКЕР\n", "KOI8-R, Windows-1253"],
  ["windows-1252", "Größe\n", "Latin-1"],
  ["windows-1252", "Fräulein Smillas Gespür für Schnee\nDas weiße Band\n", "Latin-1"],
  ["windows-1252", "Œuvre complète\nL’été meurtrier\n", "Latin-1"],
  ["macintosh", "Größe, für Über\nDas Böse\n", "Mac Roman"],
  ["windows-1257", "Vėjas\nĄžuolas\nŠuo, ūkas\n", "Windows-1257"],
  ["windows-874", "ฉลาด\n", "Windows-874, GB18030, Big5"],
])("letters of %s: %j", (label, text, expected) => {
  expect(single(label, text)).toBe(expected);
});

it.each<[string, string, string]>([
  ["euc-kr", "기생충\n올드보이\n햄버거\n괴물\n", "EUC-KR"],
  ["gbk", "喆和囍\n霸王别姬\n活着\n", "GB18030"],
  ["gbk", "活着 Lifetimes\n", "GB18030"],
  ["big5", "悲情城市 A City\n臥虎藏龍\n", "Big5"],
  ["shift_jis", "東京物語 Tokyo\n", "Shift JIS"],
  ["shift_jis", "ゴジラ\nア\n", "Shift JIS"],
  ["euc-jp", "ゴジラ\n東京物語\n", "EUC-JP"],
])("letters of %s: %j", (label, text, expected) => {
  expect(told(paired(text, label))).toBe(expected);
});

it.each<[string, string, string]>([
  ["windows-1250", "Tytuł,Rok\nRejs,1970\n", "Windows-1250, Latin-1"],
  ["windows-1250", "Ta divna splitska noć\nHeat\n", "Windows-1250, Latin-1, Windows-1257"],
  ["windows-1250", "Testről és lélekről\n", "Windows-1250"],
  ["windows-1252", "Alien³\n", "Windows-1250, Latin-1"],
  ["windows-1257", "Sengirė\nHeat\n", "Latin-1, Windows-1257"],
  ["windows-1253", "Στέλλα\nHeat\n", "Windows-1253"],
  ["windows-1251", "Земля\nHeat\n", "Windows-1251"],
  ["koi8-r", "Левиафан\nHeat\n", "KOI8-R"],
])("a word of %s among others: %j", (label, text, expected) => {
  expect(single(label, text)).toBe(expected);
});

it.each<[string, string, string]>([
  ["euc-kr", "마더\n국제시장\nHeat\n", "EUC-KR"],
  ["euc-kr", "황해\nHeat\n", "EUC-KR, GB18030"],
  ["euc-jp", "羅生門\n聲の形\nHeat\n", "EUC-JP"],
  ["euc-jp", "切腹\nHeat\n", "GB18030, EUC-KR, EUC-JP"],
  ["gbk", "千与千寻,5\nHeat,4\n", "GB18030"],
  ["gbk", "活着\nHeat\n", "GB18030"],
])("a word of %s among others: %j", (label, text, expected) => {
  expect(told(paired(text, label))).toBe(expected);
});
