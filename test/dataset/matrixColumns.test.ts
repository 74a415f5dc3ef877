import { describe, expect, it } from "vitest";
import {
  answersOf,
  areAsked,
  areOfQuestionnaire,
  areOfTime,
  areSame,
  endOfRatings,
  firstOfRatings,
  labelOf,
  shareScale,
} from "../../src/dataset/columns/matrixColumns.ts";

const rowsOf = (text: string) => text.split(" / ").map((row) => row.split("|"));

describe("the first column of ratings", () => {
  it.each<[string, string, number]>([
    ["behind a name", "name|Heat|Big / ann|1|2 / bob|3|4", 1],
    ["behind an id and a title", "id|title|ann|bob / 1|Heat|3|4 / 2|Big|5|1", 2],
    ["behind what is said of people", "name|gender|country|Heat|Big / ann|f|SE|3|4 / bob|m|NO|5|1", 3],
    ["behind a count", "name|count|Heat|Big / ann|2|3|4 / bob|2|5|1", 2],
    ["and none behind ratings", "name|rating|Heat|Big / ann|2|3|4 / bob|2|5|1", 1],
    ["behind words that tell the rows", "name|alias|Heat|Big / ann|x 1|3|4 / bob|y 2|5|1", 2],
    ["behind classes", "name|group|Heat|Big / ann|red|3|4 / bob|red|5|1", 2],
    ["not behind letters", "name|group|Heat|Big / ann|r|3|4 / bob|r|5|1", 1],
    ["not behind words of which one is none", "name|group|Heat|Big / ann|red|3|4 / bob|red|2|1 / c|2|2|1", 1],
    ["not behind ratings in words", "name|a|Heat|Big / ann|good|3|4 / bob|good|5|1", 1],
    ["not behind what is unrated", "name|a|Heat|Big / ann|nan|3|4 / bob|unseen|5|1", 1],
    ["at the last column at the latest", "name|title|user / ann|x|y / bob|z|w", 2],
    [
      "within seven columns",
      "title|user|title|user|title|user|title|user|A / a|a|a|a|a|a|a|a|1 / b|b|b|b|b|b|b|b|2",
      6,
    ],
    ["where questions begin", "when|how|Film [Heat]|Film [Big]|Film [Pi] / x|1|3|4|4 / y|2|5|1|3", 2],
    ["behind what questions in brackets are too few for", "name|a|b|Film [Heat] / ann|1|3|4 / bob|2|5|1", 1],
  ])("%s", (_, text, expected) => {
    expect(firstOfRatings(rowsOf(text), true)).toBe(expected);
  });

  it.each<[string, string, number]>([
    ["behind how many there are", "2|5||4 / 3|1|2|3 / 1||5|", 1],
    ["behind how many there are, 99 for none", "2|5|99|4 / 3|1|2|3 / 1|99|5|99", 1],
    ["behind a number that is the same", "9|5|4 / 9|1|2 / 9|3|3", 1],
    ["with the highest rating", "5|5|4 / 5|1|2 / 5|3|3", 0],
    ["behind high numbers", "40|5|4 / 70|1|2 / 80|3|3", 1],
    ["in front of ratings as high", "4|5|4 / 3|1|2 / 7|3|3", 0],
    ["with numbers half as high again", "7.5|5|4 / 3|1|2 / 7|3|3", 0],
    ["with 99 for none", "99|5|4 / 3|1|2 / 4|3|3", 0],
    ["behind high numbers, 99 for none", "40|5|99 / 70|1|2 / 80|3|99", 1],
  ])("without names: %s", (_, text, expected) => {
    expect(firstOfRatings(rowsOf(text), false)).toBe(expected);
  });
});

it.each<[string, string, number]>([
  ["all columns", "n|A|B / ann|1|2 / bob|3|4", 3],
  ["what has no name", "n|A|B|  / ann|1|2|3 / bob|3|4|4", 3],
  ["an average", "n|A|B|C|average / ann|1|2|3|2 / bob|3|4|4|3", 4],
  ["an average and what is beside it", "n|A|B|C|D|E|average|dev / ann|1|2|3|2|2|2|1 / bob|3|4|4|3|2|3|1", 6],
  ["an average in the middle", "n|A|average|B|C / ann|1|2|3|2 / bob|3|4|4|3", 5],
  ["an average in front", "average|A|B|C / 3|1|2|3 / 4|3|4|4", 4],
  ["a remark", "n|A|B|C / ann|1|2|well liked / bob|3|4|", 3],
  ["no remark, with a kind in each row", "n|A|B|C / ann|1|2|qq / bob|3|4|rr", 4],
  ["no remark, with a rating", "n|A|B|C / ann|1|2|qq / bob|3|4| / cid|3|4|5", 4],
  ["no remark, with a rating in a word", "n|A|B|C / ann|1|2|qq / bob|3|4| / cid|3|4|good", 4],
  ["nothing at all in a column", "n|A|B|C / ann|1|2| / bob|3|4| ", 4],
  ["a remark in each row of a survey", "n|x [A]|x [B]|C / ann|1|2|qq / bob|3|4|rr / cid|1|1|ss", 4],
  ["a remark in each row of a survey of many", "x [A]|x [B]|x [C]|D / 1|1|2|qq / 4|3|4|rr / 5|1|1|ss", 3],
  ["moments", "n|A|B|at / ann|1|2|2020-01-02 / bob|3|4|2020-01-03", 3],
  ["a word that is the same", "n|A|B|C / ann|1|2|done / bob|3|4|done", 3],
  ["a number that is the same", "n|A|B|C / ann|1|2|3 / bob|3|4|3", 4],
  ["a name again", "n|A|B|C / ann|1|2| ann / bob |3|4|bob", 3],
  ["a number again", "n|A|B|C / ann|1|2|1 / bob|3|4|3", 4],
  ["titles", "id|A|B|title / 1|1|2|Heat / 2|3|4|Big / 3|1|1|Pi", 3],
  ["users", "id|A|B|user / 1|1|2|ann / 2|3|4|bob / 3|1|1|cid", 3],
])("ratings end in front of, or with, %s", (_, text, expected) => {
  expect(endOfRatings(rowsOf(text))).toBe(expected);
});

it.each<[string, string, number, number]>([
  ["the title", "user|title|A / 1|Heat|3 / 2|Big|4", 2, 1],
  ["the user", "item|user|A / 1|x|3 / 2|x|4", 2, 1],
  ["the last that tells them", "a|b|c|A / 1|x|r|3 / 2|y|r|4", 3, 1],
  ["not a moment", "a|b|A / 1|2020-01-02|3 / 2|2020-01-03|4", 2, 0],
  ["not what is called a time", "a|timestamp|A / 1|7|3 / 2|8|4", 2, 0],
  ["the last, where none tells them", "a|b|A / 1|x|3 / 1|x|4", 2, 1],
  ["the last that is no time, where none tells them", "a|timestamp|A / 1|7|3 / 1|7|4", 2, 0],
  ["none, of a time alone", "timestamp|A / 7|3 / 7|4", 1, -1],
])("rows are called by %s", (_, text, from, expected) => {
  expect(labelOf(rowsOf(text), from)).toBe(expected);
});

const QUESTIONS = ["Heat", "Big", "Alien", "Fargo", "Pi", "Emma"];
const asked = (before: string, after: string) => QUESTIONS.map((name) => `${before}${name}${after}`);

it.each<[string, readonly string[], readonly string[]]>([
  ["names in brackets", ["at", "Films [Heat]", "Films [Big] "], ["at", "Heat", "Big"]],
  ["half in brackets", ["at", "Films [Heat]"], ["at", "Films [Heat]"]],
  ["questions", ["at", ...asked("How did you like ", "?")], ["at", ...QUESTIONS]],
  ["questions with spaces", ["at", ...asked(" How did you like  ", " ? ")], ["at", ...QUESTIONS]],
  [
    "years",
    QUESTIONS.map((name, i) => `Rate ${name} (201${i})`),
    QUESTIONS.map((name, i) => `${name} (201${i})`),
  ],
  ["brackets", asked("Rate (", ")"), QUESTIONS],
  ["words that begin alike", asked("Rate Cat", "land"), asked("Cat", "land")],
  ["questions of something else", [...asked("How was ", "?"), "Who?"], [...QUESTIONS, "Who?"]],
  ["fewer questions", asked("Rate ", "").slice(1), asked("Rate ", "").slice(1)],
  [
    "questions in other words",
    ["Rate A", "How is B", "Did C", "Rate D", "Rate E", "Rate F"],
    ["Rate A", "How is B", "Did C", "Rate D", "Rate E", "Rate F"],
  ],
  ["a name alone", QUESTIONS, QUESTIONS],
])("what is asked about, of %s", (_, header, answers) => {
  expect(answersOf(header)).toEqual(answers);
  expect(areAsked(header)).toBe(answers.some((name, i) => name !== header[i]));
});

it.each<[string, boolean]>([
  ["monday tuesday x", true],
  ["jan feb x y", false],
  ["quiz1 midterm exam2 x", true],
  ["heat big", false],
])("of %j, parts of a year or tests", (names, expected) => {
  expect(areOfTime(names.split(" "))).toBe(expected);
});

it.each<[string, boolean]>([
  ["E1 E2 E3 N1 N2 N3", true],
  ["E1 e2 E3 n1 N2 N3 age", true],
  ["E-1 E_2 E3 N1 N2 N3 a b c", true],
  ["E1 E2 E3 N1 N2 N3 a b c d", false],
  ["E1 E2 E3 E4 E5 E6", false],
  ["E1 E2 E3 N1 N2", false],
  ["E2 E3 E4 N1 N2 N3", false],
  ["heat big pi", false],
])("of %j, questions of several scales", (names, expected) => {
  expect(areOfQuestionnaire(names.split(" ").map((name) => ` ${name} `))).toBe(expected);
});

const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);
it.each<[string, number, readonly string[], boolean]>([
  ["as many", 6, names(6), true],
  ["too few", 5, names(5), false],
  ["fewer rows", 7, names(6), false],
  ["another name", 6, [...names(5), "x"], false],
  ["many rows of more columns", 300, names(199), true],
  ["fewer than many", 300, names(198), false],
])("columns are called as rows are: %s", (_, columns, labels, expected) => {
  expect(areSame(names(columns), labels)).toBe(expected);
});

/** Six rows, in which each column ends at its number. */
const upTo = (...ends: number[]) => Array.from({ length: 6 }, (_, i) => ends.map((end) => String(end - i)));
it.each<[string, string[][], number, number, boolean]>([
  ["a short scale", upTo(20, 6, 6), 0, 3, true],
  ["a long one", upTo(100, 90, 80), 0, 3, true],
  ["a third that ends far below", upTo(100, 90, 39), 0, 3, true],
  ["two thirds that do", upTo(100, 39, 39), 0, 3, false],
  ["two thirds that end nearer", upTo(100, 40, 40), 0, 3, true],
  ["columns in front", upTo(1000, 20, 6), 1, 3, true],
  ["columns behind", upTo(20, 6, 1000), 0, 2, true],
  ["a few rows", upTo(100, 7, 7).slice(0, 5), 0, 3, true],
  ["blanks in two", upTo(100, 7, 7).map((row, i) => (i ? row : ["100", "", ""])), 0, 3, true],
  ["a word among many", [...upTo(100, 7, 7), ["qq", "qq", "qq"]], 0, 3, false],
])("columns share a scale: %s", (_, body, from, to, expected) => {
  expect(shareScale(body, from, to)).toBe(expected);
});
