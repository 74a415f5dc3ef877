import type { KindCase } from "./KindCase.ts";
import { alphabet, type Content, csv, lines, paired, RATINGS, singleByte, utf16, WHOLE } from "./sample.ts";

const named = (names: readonly string[]) =>
  lines(
    "user,film,rating",
    ({ user, item, rating }) => `${user},${names[item % names.length]} ${item},${rating}`,
  );
const legacy = (label: string, names: readonly string[]) => singleByte(named(names), alphabet(label));
/** As DOS wrote German, in code pages 437 and 850. */
const dos = (text: string) =>
  singleByte(
    text,
    new Map(Object.entries({ ä: 0x84, ö: 0x94, ü: 0x81, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, ß: 0xe1 })),
  );
/** UTF-8, but for the first of these words. */
const mixed = (text: string, word: string) => {
  const [before] = text.split(word);
  const after = text.slice(before.length + word.length);
  return Buffer.concat([Buffer.from(before), Buffer.from(word, "latin1"), Buffer.from(after)]);
};

const right = (title: string) => [{ dataset: { ...WHOLE, titles: [title] } }, { asks: "encoding" }];
const encoded = (name: string, content: Content, title: string): KindCase => ({
  name: `in ${name}`,
  files: { "films.csv": content },
  right: right(title),
});

/** The same ratings in the encodings that people still have. */
export const ENCODED_CASES: readonly KindCase[] = [
  {
    name: "in Windows-1254, where only the names of the columns tell it from Western European",
    files: {
      "kitaplar.csv": singleByte(
        lines(
          "kullanıcı adı,kitap adı,puan",
          ({ user, item, rating }) => `ayş${user},Kitap ${item},${rating}`,
        ),
        alphabet("windows-1254"),
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Kitap 501"] } },
  },
  encoded(
    "Windows-1252",
    legacy("windows-1252", ["Les Misérables", "Das Böse", "Le Goût"]),
    "Les Misérables 501",
  ),
  {
    name: "in Windows-1252, with German quotation marks",
    files: {
      "films.csv": singleByte(
        named(["„Männer“", "Größe", "Das „große“ Fressen"]),
        new Map(Object.entries({ ä: 0xe4, ö: 0xf6, ß: 0xdf, "„": 0x84, "“": 0x93 })),
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Größe 502"] } },
  },
  encoded("DOS (850)", dos(named(["Männer", "Größe", "Fräulein Ü"])), "Männer 504"),
  encoded("Windows-1251", legacy("windows-1251", ["Сталкер", "Солярис", "Зеркало"]), "Сталкер 501"),
  encoded("Windows-1253", legacy("windows-1253", ["Ζορμπάς", "Θίασος", "Κυνόδοντας"]), "Ζορμπάς 501"),
  encoded(
    "Windows-1254",
    legacy("windows-1254", ["Kış Uykusu", "Ağır Roman", "Şekerpare"]),
    "Kış Uykusu 501",
  ),
  encoded(
    "Shift JIS",
    paired(named(["七人の侍", "千と千尋の神隠し", "東京物語"]), "shift_jis"),
    "七人の侍 501",
  ),
  encoded("EUC-KR", paired(named(["기생충", "올드보이", "살인의 추억"]), "euc-kr"), "기생충 501"),
  encoded("GB18030", paired(named(["霸王别姬", "活着", "让子弹飞"]), "gbk"), "霸王别姬 501"),
  encoded("Big5", paired(named(["悲情城市", "臥虎藏龍", "飲食男女"]), "big5"), "悲情城市 501"),
  encoded(
    "UTF-16, little-endian, without a mark",
    utf16(named(["Les Misérables", "Das Böse"]), false),
    "Das Böse 501",
  ),
  encoded(
    "UTF-16, big-endian, without a mark",
    utf16(named(["Les Misérables", "Das Böse"]), true),
    "Das Böse 501",
  ),
  encoded(
    "UTF-16, little-endian, mostly Chinese",
    utf16(
      lines("用户,电影,评分", ({ user, item, rating }) => `用户${user},霸王别姬${item},${rating}`),
      false,
    ),
    "霸王别姬501",
  ),
  encoded("UTF-8 with a mark", `\ufeff${named(["Les Misérables", "Das Böse"])}`, "Das Böse 501"),
  encoded(
    "UTF-8 with a letter cut",
    Uint8Array.from([
      ...Buffer.from(named(["Misérables", "Böse"])),
      ...Buffer.from("1,Böse 999,3\n").map((byte) => (byte === 0xb6 ? 0x2c : byte)),
    ]),
    "Böse 501",
  ),
  ...(
    [
      ["Windows-1255", "windows-1255", ["ואלס עם באשיר", "הערת שוליים"]],
      ["Windows-1256", "windows-1256", ["الفردوس الآن", "كرامل"]],
      ["Windows-1257", "windows-1257", ["Ąžuolas", "Šerkšnas"]],
      ["Thai", "windows-874", ["พี่มาก", "ฉลาดเกมส์โกง"]],
      ["Cyrillic of DOS", "ibm866", ["Сталкер", "Зеркало"]],
      ["Mac Roman", "macintosh", ["Amélie", "Señor Über"]],
      ["one word of Windows-1251", "windows-1251", ["Брат", "Four Winters"]],
      ["one word of Windows-1253", "windows-1253", ["Στέλλα", "Four Winters"]],
    ] as const
  ).map(([name, label, titles]) =>
    encoded(name, singleByte(named(titles), alphabet(label)), `${titles[0]} 502`),
  ),
  {
    name: "in UTF-8 with a letter of Latin-1 in it",
    files: { "films.csv": mixed(named(["Misérables", "Böse"]), "Böse 503") },
    right: { dataset: { ...WHOLE, items: 9, titles: ["Böse 501"] } },
  },
  {
    name: "line ends of an old Mac",
    files: { "r.csv": csv().replaceAll("\n", "\r") },
    right: { dataset: WHOLE },
  },
  {
    name: "mixed line ends",
    files: {
      "r.csv": RATINGS.reduce(
        (text, { user, item, rating }, i) => `${text}${user},${item},${rating}${i % 2 ? "\n" : "\r\n"}`,
        "userId,movieId,rating\r\n",
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "text in the rows with line breaks",
    files: {
      "r.csv": lines(
        "user,item,review,rating",
        ({ user, item, rating }) => `${user},${item},"one\ntwo, ""three""",${rating}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "UTF-8 that was encoded twice",
    files: {
      "films.csv": "Title,Year,Rating\nAmÃ©lie,2001,5\nLÃ©on,1994,4\nFargo,1996,2\n",
    },
    right: { own: { found: 3, confirm: 0 } },
  },
];
