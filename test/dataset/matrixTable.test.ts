import { expect, it } from "vitest";
import { matrixOf } from "../../src/dataset/columns/matrixTable.ts";
import { headOf } from "../support/headOf.ts";

it.each<[string, string, string | null]>([
  [
    "people and films",
    "|Heat|Jaws|Ran|Big|Emma / Ann|5|4||2|1 / Bob|3||4|2|1 / Cid|1|2|3|4|5",
    "label 0, 1 to 6, null",
  ],
  [
    "films and people",
    "Film|Ann|Bob|Cid|Dan|Eve / Heat|5|4||2|1 / Jaws|3||4|2|1 / Ran|1|2|3|4|5",
    "label 0, 1 to 6, items in rows",
  ],
  [
    "a user's corner",
    "user|i1|i2|i3|i4|i5 / u1|5|4||2|1 / u2|3||4|2|1 / u3|1|2|3|4|5",
    "label 0, 1 to 6, users in rows",
  ],
  [
    "codes of people above",
    "x|u1|u2|u3|u4|u5 / m1|5|4||2|1 / m2|3||4|2|1 / m3|1|2|3|4|5",
    "label 0, 1 to 6, items in rows",
  ],
  [
    "dated columns",
    "x|Heat (1995)|Jaws (1975)|Ran (1985)|Big (1988)|It (1990) / a|5|4||2|1 / b|3||4|2|1 / c|1|2|3|4|5",
    "label 0, 1 to 6, users in rows",
  ],
  [
    "dated rows",
    "x|a|b|c|d|e / Heat (1995)|5|4||2|1 / Jaws (1975)|3||4|2|1 / Ran (1985)|1|2|3|4|5",
    "label 0, 1 to 6, items in rows",
  ],
  ["numbered rows", "x|a|b|c|d|e / 1|5|4||2|1 / 2|3||4|2|1 / 3|1|2|3|4|5", "label 0, 1 to 6, users in rows"],
  [
    "numbered columns",
    "x|1|2|3|4|5 / a|5|4||2|1 / b|3||4|2|1 / c|1|2|3|4|5",
    "no header, label -1, 0 to 6, users in rows",
  ],
  [
    "nothing tells",
    "|Heat|Jaws|Ran|Big|Emma / Anna|5|4||2|1 / Bob|3||4|2|1 / Cid|1|2|3|4|5",
    "label 0, 1 to 6, null",
  ],
  ["three columns", "|Heat|Jaws|Ran / Ann|5|4| / Bob|3||4 / Cid|1|2|3", "label 0, 1 to 4, null"],
  ["two columns", "|Heat|Jaws / Ann|5|4 / Bob|3| / Cid|1|2", null],
  ["two rows", "|Heat|Jaws|Ran|Big|Emma / Ann|5|4||2|1", null],
  [
    "zeros",
    "|Heat|Jaws|Ran|Big|Emma / Ann|5|4|0|2|1 / Bob|3|0|4|2|1 / Cid|1|2|3|4|5",
    "label 0, 1 to 6, null, zeros unrated",
  ],
  [
    "zeros and blanks",
    "|Heat|Jaws|Ran|Big|Emma / Ann|5|4|0|2|1 / Bob|3||4|2|1 / Cid|1|2|3|4|5",
    "label 0, 1 to 6, null",
  ],
  [
    "zeros and a blank of twenty",
    "|Heat|Jaws|Ran|Big|Emma / Ann|5|4|0|2|1 / Bob|3||4|2|1 / Cid|1|2|3|4|5 / Dan|1|2|0|4|5",
    "label 0, 1 to 6, null",
  ],
  [
    "below nought",
    "|Heat|Jaws|Ran|Big|Emma / Ann|5|4|0|-2|1 / Bob|3|0|4|2|1 / Cid|1|2|3|4|5",
    "label 0, 1 to 6, null",
  ],
  ["marks of genres", "|a|b|c|d|e / Heat|1|0|0|1|0 / Jaws|0|1|0|0|1 / Ran|0|0|1|1|0", null],
  ["ones alone", "|a|b|c|d|e / Heat|1|||1| / Jaws||1|||1 / Ran|||1|1|", null],
  [
    "decimals",
    "|a|b|c|d|e / Heat|1.12345|2.23456|3.1|4.1|5.1 / Jaws|1.12345|2.23456|3.1|4.1|5.2 / Ran|1.12345|2.23456|3.1|4.1|5.3",
    null,
  ],
  [
    "likeness",
    "|a|b|c|d|e|f / a|1|.2|.3|.4|.5|.6 / b|.2|1|.3|.4|.5|.6 / c|.2|.3|1|.4|.5|.6 / d|.2|.3|.4|1|.5|.6 / e|.2|.3|.4|.5|1|.6 / f|.2|.3|.4|.5|.6|1",
    "label 0, 1 to 7, null, likeness",
  ],
  [
    "an average behind",
    "|Heat|Jaws|Ran|Big|Emma|Average / Ann|5|4||2|1|3 / Bob|3||4|2|1|2.5 / Cid|1|2|3|4|5|3",
    "label 0, 1 to 6, null",
  ],
  [
    "remarks behind",
    "|Heat|Jaws|Ran|Big|Emma|Remark / Ann|5|4||2|1| / Bob|3||4|2|1|seen twice / Cid|1|2|3|4|5|",
    "label 0, 1 to 6, null",
  ],
  [
    "what people are in front",
    "id|gender|age|Heat|Jaws|Ran|Big|Emma / 1|f|20|5|4||2|1 / 2|m|20|3||4|2|1 / 3|f|22|1|2|3|4|5",
    "label 0, 3 to 8, users in rows",
  ],
  ["a rating among them", "title|a|rating|b|c|d / Heat|1|5|2|3|4 / Jaws|2|4|1|3|4 / Ran|1|2|3|4|5", null],
  [
    "homework",
    "student|Homework 1|Homework 2|Midterm|Final|Quiz / Ann|5|4|3|2|1 / Bob|3|4|4|2|1 / Cid|1|2|3|4|5",
    null,
  ],
  ["a questionnaire", "id|E1|E2|E3|N1|N2|N3 / 1|5|4|3|2|1|1 / 2|3|4|4|2|1|2 / 3|1|2|3|4|5|3", null],
  [
    "questions in brackets",
    "Timestamp|Rate [Heat]|Rate [Jaws]|Rate [Ran]|Rate [Big]|Rate [Emma] / 2020-01-01|5|4||2|1 / 2020-01-02|3||4|2|1 / 2020-01-03|1|2|3|4|5",
    "label -1, 1 to 6, users in rows",
  ],
  [
    "goals",
    "team|wins|draws|losses|goals|points / A|5|4|3|90|60 / B|3|5|4|80|50 / C|4|2|3|70|40 / D|4|2|3|70|40 / E|4|2|3|71|41 / F|1|2|3|75|45",
    null,
  ],
  [
    "words",
    "|Heat|Jaws|Ran|Big|Emma / Ann|good|bad||great|meh / Bob|bad||good|great|meh / Cid|meh|great|good|bad|good",
    "label 0, 1 to 6, null",
  ],
  [
    "without names",
    "5|4|-3|2.5|1 / 3|-2|4|2.5|1 / 1|2.5|-3|4|5.5",
    "no header, label -1, 0 to 5, users in rows",
  ],
  [
    "without names, of whole points",
    "5|4|3|2|1 / 3|2|4|2|1 / 1|2|3|4|5 / 4|4|4|2|2",
    "no header, label -1, 0 to 5, users in rows",
  ],
  ["without names, sorted", "1|4|3|2|1 / 2|2|4|2|1 / 3|2|3|4|5 / 4|4|4|2|2", null],
  ["without names, drawn", "5|4|3|2|1|9 / 3|2|4|6|1|7 / 1|2|3|4|5|6 / 4|3|7|2|1|8", null],
  [
    "all rated",
    "Heat|Jaws|Ran|Big|Emma / 5|4||2|1 / 3||4||1 / 1||3|4| / 4|2|1||3",
    "label -1, 0 to 5, users in rows",
  ],
  [
    "all rated, up to 10",
    "Heat|Jaws|Ran|Big|Emma / 10|4||2|1 / 3||4||1 / 1||3|4| / 4|2|1||3",
    "label -1, 0 to 5, users in rows",
  ],
  [
    "all rated, one beyond",
    "Heat|Jaws|Ran|Big|Emma / 11|4||2|1 / 3||4||1 / 1||3|4| / 4|2|1||3",
    "label 0, 1 to 5, users in rows",
  ],
  [
    "all rated, below a blank",
    "Heat||Ran|Big|Emma / 5|4||2|1 / 3||4||1 / 1||3|4| / 4|2|1||3",
    "label 0, 1 to 5, users in rows",
  ],
  [
    "all rated, hardly any blank",
    "Heat|Jaws|Ran|Big|Emma / 5|4|3|2|1 / 3|2|4||1 / 1|2|3|4| / 4|2|1|1|3",
    "label 0, 1 to 5, users in rows",
  ],
  [
    "a known name in front",
    "user|Jaws|Ran|Big|Emma / 5|4||2|1 / 3||4||1 / 1||3|4| / 4|2|1||3",
    "label 0, 1 to 5, users in rows",
  ],
  ["the same label", "x|Heat|Jaws|Ran|Big|Emma / Ann|5|4||2|1 / Ann|3||4|2|1 / Ann|1|2|3|4|5", null],
])("%s", (_, table, expected) => {
  const m = matrixOf(headOf(table));
  const told =
    m &&
    `${m.hasHeader ? "" : "no header, "}label ${m.label}, ${m.from} to ${m.to}, ${m.orientation}${m.zeroIsUnrated ? ", zeros unrated" : ""}${m.isOfLikeness ? ", likeness" : ""}`;
  expect(told).toBe(expected);
});
