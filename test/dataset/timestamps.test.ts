import { expect, it } from "vitest";
import {
  dayOrMonthFirst,
  guessTimeFormat,
  type TimeFormat,
  toSeconds,
} from "../../src/dataset/cells/timestamps.ts";

const AT = Date.UTC(2014, 6, 13, 14, 53, 20) / 1000;
const DAY = Date.UTC(2014, 6, 13) / 1000;

it.each([
  ["1405263200", AT],
  ["1405263200000", AT],
  ["1405263200000000", AT],
  ["1405263200000000000", AT],
  ["2014-07-13T16:53:20+02:00", AT],
  ["2014/07/13 14:53:20", AT],
  ["7/13/2014 2:53:20 PM", AT],
  ["13.07.14", DAY],
  ["7/13/14", DAY],
  ["20140713", DAY],
  ["07 13, 2014", DAY],
  ["Jul 13, 2014", DAY],
  ["20140713145320", AT],
  ["13. Juli 2014", DAY],
  ["13 juillet 2014", DAY],
  ["13 de julio de 2014", DAY],
  ["13 июля 2014", DAY],
  ["13-Jul-14", DAY],
  ["2014年7月13日", DAY],
  ["2014. 7. 13.", DAY],
  ["41833", DAY],
  ["2014", Date.UTC(2014, 0) / 1000],
])("%s is a moment", (text, seconds) => {
  const format = guessTimeFormat([text]);
  expect(format && toSeconds(text, format)).toBe(seconds);
});

it("does without times where they would cost rows", () => {
  expect(guessTimeFormat(["1405263200", "NULL", "1405263201", ""])).toBeNull();
  expect(guessTimeFormat(["Jul 13, 2014", "yesterday", "Jul 14, 2014"])).toBeNull();
});

it("tells whether anything shows that the day or the month comes first", () => {
  expect(dayOrMonthFirst(["3/4/2020", "25/4/2020"])).toBe("day");
  expect(dayOrMonthFirst(["3/4/2020", "4/25/2020"])).toBe("month");
  expect(dayOrMonthFirst(["3/4/2020", "4/5/2020"])).toBeNull();
});

it.each<[string, TimeFormat, number]>([
  [" 1405263200 ", "seconds", AT],
  ["0", "seconds", 0],
  ["", "seconds", Number.NaN],
  [" ", "days", Number.NaN],
  ["8640000000000", "seconds", 8.64e12],
  ["8640000000001", "seconds", Number.NaN],
  ["-8640000000001", "seconds", Number.NaN],
  ["1405263200500", "milliseconds", AT + 0.5],
  ["1999", "year", Date.UTC(1999, 0) / 1000],
  ["99", "year", Number.NaN],
  ["20140713145320", "digits", AT],
  ["2014071314", "digits", Number.NaN],
  ["20141301", "digits", Number.NaN],
  ["2014-07-13T16:53:20.5+0200", "date", AT],
  ["2014-07-13T11:23:20-03:30", "date", AT],
  ["2014-07-13 14:53 UTC", "date", AT - 20],
  ["2014.7.13", "date", DAY],
  ["2014-07.13", "date", Number.NaN],
  ["2014-13-01", "date", Number.NaN],
  ["2014-00-01", "date", Number.NaN],
  ["2014-12-31", "date", Date.UTC(2014, 11, 31) / 1000],
  ["2014-12-32", "date", Number.NaN],
  ["2014-12-00", "date", Number.NaN],
  ["7 13, 2014", "date", DAY],
  ["Sun Jul 13 2014 14:53:20", "date", AT],
  ["July", "date", Number.NaN],
  ["Heat 2014", "date", Number.NaN],
  ["13/7/2014", "day first", DAY],
  ["13/7/2014", "month first", Number.NaN],
  ["7/13/2014 12:00 AM", "month first", DAY],
  ["7/13/2014 12:00 p.m.", "month first", DAY + 43_200],
  ["7/13/2014, 14.53.20", "month first", AT],
  ["7/13.2014", "month first", Number.NaN],
  ["x7/13/2014", "month first", Number.NaN],
  ["7/13/2014 x", "month first", Number.NaN],
  ["7/13/98", "month first", Date.UTC(1998, 6, 13) / 1000],
])("%j in %s", (text, format, seconds) => {
  expect(toSeconds(text, format)).toBe(seconds);
});

it.each<[string[], TimeFormat | null]>([
  [[], null],
  [["", " "], null],
  [[...Array(19).fill("20140713"), "NULL"], "digits"],
  [[...Array(18).fill("20140713"), "NULL", ""], null],
  [["99999999999"], "seconds"],
  [["100000000000"], "milliseconds"],
  [["100000000000000"], "microseconds"],
  [["100000000000000000"], "nanoseconds"],
  [["25569", "59999"], "days"],
  [["25568"], "seconds"],
  [["60000"], "seconds"],
  [["2014", "1899"], "seconds"],
  [["3/4/2020", "heat"], null],
  [["3/4/2020", "3/5/2020", "heat"], "month first"],
  [["3.4.2020"], "day first"],
  [["heat"], null],
])("the format of %j", (values, format) => {
  expect(guessTimeFormat(values)).toBe(format);
});
