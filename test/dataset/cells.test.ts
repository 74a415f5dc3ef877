import { expect, it } from "vitest";
import { ageBand } from "../../src/dataset/cells/ages.ts";
import { areItems, areUsers } from "../../src/dataset/cells/codes.ts";
import { filmIds, imdbNumber, tmdbNumber } from "../../src/dataset/cells/filmIds.ts";
import { fold } from "../../src/dataset/cells/fold.ts";
import { inCentury, inWords } from "../../src/dataset/cells/monthNames.ts";
import { onceEncoded } from "../../src/dataset/cells/onceEncoded.ts";
import { ratingOf } from "../../src/dataset/cells/ratingOf.ts";
import { unratedWords } from "../../src/dataset/cells/unratedWords.ts";

it.each([
  ["0", "age under 18"],
  ["17", "age under 18"],
  ["18", "age 18-24"],
  ["24", "age 18-24"],
  [" 25 ", "age 25-34"],
  ["55", "age 50-55"],
  ["56", "age 56 and over"],
  ["149", "age 56 and over"],
  ["150", null],
  ["-1", null],
  ["", null],
  ["old", null],
])("the age %j", (text, band) => {
  expect(ageBand(text)).toBe(band);
});

it.each(["user_12", "u7", "Reviewer 3", "a.b@example.org", "A2SUAM1J3GNN3B", " usr-1 "])(
  "%j is who",
  (id) => {
    expect([areUsers([id]), areItems([id])]).toEqual([true, false]);
  },
);

it.each(["movie_5", "m501", "B00005JNBQ", "tt0114709", " book 3 "])("%j is what", (id) => {
  expect([areUsers([id]), areItems([id])]).toEqual([false, true]);
});

it.each([
  "12",
  "AMERICANISE",
  "A1B",
  "xuser_12",
  "user_12x",
  "b@c",
  "a b@c.de",
  "a@b c.de",
  "a@b.de!",
  "tt01",
  "xtt0114709",
  "tt0114709x",
  "B00XYZ",
  "movie",
  "xmovie1",
  "movie1x",
  "",
])("%j says neither", (id) => {
  expect([areUsers([id]), areItems([id])]).toEqual([false, false]);
});

it("goes by most ids", () => {
  expect([areUsers(["u1", "u2", "x"]), areUsers(["u1", "x"])]).toEqual([true, false]);
  expect([areItems(["m1", "m2", "x"]), areItems(["m1", "x"]), areItems([])]).toEqual([true, false, false]);
});

it.each([
  ["tt0114709", "114709"],
  ["TT0114709", "114709"],
  ["0114709", "114709"],
  [" 114709.0 ", "114709"],
  ["https://www.imdb.com/title/tt0114709/", "114709"],
  ["tt0000", null],
  ["114709x", null],
  ["12345678901", null],
  ["film 114709", null],
  ["", null],
])("IMDb's number of %j", (text, number) => {
  expect(imdbNumber(text)).toBe(number);
});

it.each([
  [" 862 ", "862"],
  ["862.0", "862"],
  ["0862", null],
  ["x862", null],
  ["862x", null],
  ["0", null],
  ["", null],
])("TMDb's number of %j", (text, number) => {
  expect(tmdbNumber(text)).toBe(number);
});

it("names only the numbers that there are", () => {
  expect(filmIds("tt1", "2")).toStrictEqual({ imdbId: "1", tmdbId: "2" });
  expect(filmIds("", "2")).toStrictEqual({ tmdbId: "2" });
  expect(filmIds("tt1", "")).toStrictEqual({ imdbId: "1" });
});

it.each([
  ["Heat ~", "heat ~"],
  ["Léon", "leon"],
  ["Alien³", "alien3"],
  ["½", "12"],
  ["ÆON FLUX", "aeon flux"],
  ["Œuvre ØßŁĐÐÞı", "oeuvre osslddthi"],
  ["Ärger", "arger"],
])("%j is compared as %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it.each([
  ["AmÃ©lie", "Amélie"],
  ["Donâ€™t", "Don’t"],
  ["ÃŽle", "Île"],
  ["Amélie", "Amélie"],
  ["Ã©t\u4e2d", "Ã©t\u4e2d"],
  ["Ã© é", "Ã© é"],
  ["Heat", "Heat"],
])("%j was meant as %j", (text, meant) => {
  expect(onceEncoded(text)).toBe(meant);
});

const OCTOBER = Date.UTC(2017, 9, 1) / 1000;
it.each([
  ["1. Oktober 2017", OCTOBER],
  ["So., 1. Oktober 2017", Number.NaN],
  ["Sonntag, 1. Oktober 2017", OCTOBER],
  ["1 de octubre de 2017", OCTOBER],
  ["1 d'octubre 2017", OCTOBER],
  ["1-Oct-17.", OCTOBER],
  ["1 Oct., 2017", OCTOBER],
  ["1 Oct 2017 um 14:53", OCTOBER + 53_580],
  ["1 Oct 2017 14:53:20", OCTOBER + 53_600],
  ["31 Oct 2017", OCTOBER + 30 * 86_400],
  ["32 Oct 2017", Number.NaN],
  ["0 Oct 2017", Number.NaN],
  ["1 Foo 2017", Number.NaN],
  ["1 Oct 201", Number.NaN],
  ["2017年10月1日", OCTOBER],
  ["2017년 10월 1일 14:53", OCTOBER + 53_580],
  ["2017. 10. 1. 14:53:20", OCTOBER + 53_600],
  [" 2017. 10. 1 ", OCTOBER],
  [" 1. Oktober 2017 ", OCTOBER],
  ["2017. 12. 1.", Date.UTC(2017, 11, 1) / 1000],
  ["2017. 13. 1.", Number.NaN],
  ["2017. 0. 1.", Number.NaN],
  ["x2017. 10. 1.", Number.NaN],
  ["2017. 10. 1. x", Number.NaN],
  ["", Number.NaN],
])("%j is a date", (text, seconds) => {
  expect(inWords(text)).toBe(seconds);
});

it("knows the months in several languages", () => {
  const months = [
    "January enero styczeń leden января січня ocak",
    "February février luty únor helmikuu февраля лютого şubat",
    "March Mrz März maart maaliskuu březen марта березня",
    "April avril abril kwiecień duben huhtikuu nisan апреля квітня",
    "May Mai maj mei květen toukokuu мая травня",
    "June juin junio červen giugno czerwiec kesäkuu haziran июня червня",
    "July juillet luglio lipiec heinäkuu temmuz červenec июля липня",
    "August août agosto sierpień srpen elokuu ağustos августа серпня",
    "September settembre szeptember wrzesień září syyskuu eylül сентября вересня",
    "October Oktober ottobre outubro październik říjen lokakuu ekim октября жовтня",
    "November listopad marraskuu kasım ноября листопада",
    "December Dezember dic grudzień prosinec joulukuu aralık декабря грудня",
  ];
  const found = months.map((names) => names.split(" ").map((name) => inWords(`1 ${name} 2017`)));
  expect(found).toEqual(
    months.map((names, month) => names.split(" ").map(() => Date.UTC(2017, month) / 1000)),
  );
});

it.each([
  [0, 2000],
  [69, 2069],
  [70, 1970],
  [99, 1999],
  [100, 100],
  [2017, 2017],
])("the year %j", (year, whole) => {
  expect(inCentury(year)).toBe(whole);
});

it.each([
  ["absent absent 3 4 5", ["absent"]],
  ["absent 3 4 5", []],
  ["absent absent 3 4", []],
  ["k.A. k.A. # # 1 2 3 4 5", ["#"]],
  ["aa aa bb bb 1 2 3 4 5", ["aa", "bb"]],
  ["aa aa bb bb cc cc 1 2 3 4 5 6 7", []],
  ["b2 b2 1 2 3", []],
  ["q q 1 2 3", []],
  ["NA NA NA 1", []],
])("of %j, words without a rating", (cells, words) => {
  expect([...unratedWords(cells.split(" "), ratingOf)]).toEqual(words);
});
