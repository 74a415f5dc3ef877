import { expect, it } from "vitest";
import { dayOrMonthFirst, guessTimeFormat, toSeconds } from "../../src/dataset/cells/timestamps.ts";

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
