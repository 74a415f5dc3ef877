import { describe, expect, it } from "vitest";
import {
  basketAsUser,
  idAsItem,
  idAsUser,
  isSideLeft,
  nameUsers,
} from "../../src/dataset/columns/whoRated.ts";
import { columnsOf, headerOf } from "../support/columnsOf.ts";

const tableOf = (header: string, text: string) =>
  columnsOf(
    header,
    text.split(" / ").map((row) => row.split("|")),
  );
function rolesAfter(change: typeof nameUsers, header: string, text: string): string {
  const { names, values, roles } = tableOf(header, text);
  change(roles, names, values);
  return headerOf(names, roles);
}

const TWICE = "ann|Heat|1 / ann|Big|2 / bob|Heat|3 / bob|Big|4";
describe("the name of who rated", () => {
  it.each<[string, string, string, string]>([
    ["an author of reviews", "author|title=title|r=rating", TWICE, "author=user|title=title|r=rating"],
    [
      "the name of a writer",
      "Writer name|title=title|r=rating",
      TWICE,
      "Writer name=user|title=title|r=rating",
    ],
    ["a name beside films", "name=title|film=item|r=rating", TWICE, "name=user|film=item|r=rating"],
    ["a melted name", "Name=title|variable|r=rating", TWICE, "Name=user|variable=item|r=rating"],
    [
      "a melted name behind",
      "variable|name=title|r=rating",
      "Heat|ann|1 / Big|ann|2 / Heat|bob|3 / Big|bob|4",
      "variable=item|name=user|r=rating",
    ],
  ])("is %s", (_, header, text, expected) => {
    expect(rolesAfter(nameUsers, header, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["beside a user", "author|title=title|r=rating|u=user", "a|X|1|u / a|Y|2|u / b|X|3|v / b|Y|4|v"],
    ["a name beside a user", "name=title|film=item|r=rating|u=user", "a|X|1|u / a|Y|2|u / b|X|3|v / b|Y|4|v"],
    ["without ratings", "author|title=title|r", TWICE],
    ["a name without ratings", "name=title|film=item|r", TWICE],
    ["a co-author", "coauthor|title=title|r=rating", TWICE],
    ["an author's page", "authornames|title=title|r=rating", TWICE],
    ["an author who wrote each", "author|title=title|r=rating", "a|X|1 / a|X|2 / b|Y|3 / b|Y|4"],
    ["authors of three for two", "author|title=title|r=rating", "a|X|1 / a|Y|2 / b|X|3 / b|X|4"],
    ["an author of each once", "author|title=title|r=rating", "a|X|1 / b|Y|2 / c|X|3 / d|Y|4"],
    ["titles that are there once", "author|title=title|r=rating", "a|X|1 / a|Y|2 / b|Z|3 / b|W|4"],
    ["names that are there once", "name=title|film=item|r=rating", "a|X|1 / b|Y|2 / c|X|3 / d|Y|4"],
    ["titles", "title=title|film=item|r=rating", TWICE],
    ["a name alone", "name=title|film|r=rating", TWICE],
  ])("is not: %s", (_, header, text) => {
    expect(rolesAfter(nameUsers, header, text)).toBe(header);
  });
});

describe("the id of who rated", () => {
  it.each<[string, string, string, string]>([
    ["an id", "id|title=title|r=rating", TWICE, "id=user|title=title|r=rating"],
    ["a name", "name|title=title|r=rating", TWICE, "name=user|title=title|r=rating"],
    [
      "a name taken for a title",
      "name=title|movie title|r=rating",
      TWICE,
      "name=user|movie title=title|r=rating",
    ],
    [
      "a name behind a title",
      "movie title|name=title|r=rating",
      "Heat|ann|1 / Big|ann|2 / Heat|bob|3 / Big|bob|4",
      "movie title=title|name=user|r=rating",
    ],
    [
      "an id behind",
      "r=rating|title=title|id",
      "1|Heat|1 / 2|Big|1 / 3|Heat|2 / 4|Big|2",
      "r=rating|title=title|id=user",
    ],
  ])("is %s", (_, header, text, expected) => {
    expect(rolesAfter(idAsUser, header, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["beside a user", "id|title=title|r=rating|u=user", "1|X|1|u / 1|Y|2|u / 2|X|3|v / 2|Y|4|v"],
    ["beside an item", "id|title=title|r=rating|i=item", "1|X|1|u / 1|Y|2|v / 2|X|3|u / 2|Y|4|v"],
    ["without ratings", "id|title=title|r", TWICE],
    ["something else", "nr|title=title|r=rating", TWICE],
    ["an id that is a time", "id=timestamp|title=title|r=rating", TWICE],
    ["two rows", "id|title=title|r=rating", "1|X|1 / 1|X|2"],
    ["ids that are there once", "id|title=title|r=rating", "1|X|1 / 2|Y|2 / 3|X|3 / 4|Y|4"],
    ["titles that are there once", "id|title=title|r=rating", "1|X|1 / 1|Y|2 / 2|Z|3 / 2|W|4"],
    ["ids of titles", "id|title=title|r=rating", "1|X|1 / 1|X|2 / 2|Y|3 / 2|Y|4"],
    ["a name alone", "name=title|film|r=rating", TWICE],
  ])("is not: %s", (_, header, text) => {
    expect(rolesAfter(idAsUser, header, text)).toBe(header);
  });

  it("has rated nearly each title once", () => {
    expect(rolesAfter(idAsUser, "id|title=title|r=rating", "1|X|1 / 1|Y|2 / 1|X|3")).toBe(
      "id|title=title|r=rating",
    );
    const text = "1|X|1 / 1|Y|2 / 1|Z|3 / 2|X|3 / 2|Y|1 / 2|Z|2 / 1|W|3 / 2|W|4 / 1|V|1 / 1|V|2";
    expect(rolesAfter(idAsUser, "id|title=title|r=rating", text)).toBe("id|title=title|r=rating");
    expect(rolesAfter(idAsUser, "id|title=title|r=rating", `${text} / 2|V|4`)).toBe(
      "id=user|title=title|r=rating",
    );
  });
});

describe("beside users and ratings, what was rated", () => {
  it.each<[string, string]>([
    ["user=user|car_id|r=rating", "user=user|car_id=item|r=rating"],
    ["car_id|user=user|r=rating", "car_id=item|user=user|r=rating"],
    ["user=user|r=rating|Car ID", "user=user|r=rating|Car ID=item"],
  ])("in %s", (header, expected) => {
    expect(rolesAfter(idAsItem, header, "a|a|a / a|b|b / b|a|a / b|b|b")).toBe(expected);
  });

  it.each<[string, string]>([
    ["without a user", "user|car_id|r=rating"],
    ["without ratings", "user=user|car_id|r"],
    ["beside an item", "user=user|car_id|r=rating|i=item"],
    ["beside a title", "user=user|car_id|r=rating|t=title"],
    ["two ids", "user=user|car_id|r=rating|van_id"],
    ["an id of rows", "user=user|review_id|r=rating"],
    ["one letter", "user=user|c_id|r=rating"],
    ["no id", "user=user|car_ids|r=rating"],
    ["an id that is a time", "user=user|car_id=timestamp|r=rating"],
  ])("is not known %s", (_, header) => {
    expect(rolesAfter(idAsItem, header, "a|a|a|a / a|b|b|b / b|a|a|a / b|b|b|b")).toBe(header);
  });

  it("is not an id that is there once", () => {
    expect(rolesAfter(idAsItem, "user=user|car_id|r=rating", "a|a|1 / a|b|1")).toBe(
      "user=user|car_id|r=rating",
    );
  });
});

const KINDS = "u=user|i=item|r=rating|w";
it.each<[string, string, string, boolean]>([
  ["words that tell the rows", KINDS, "a|X|1|p / a|X|2|q / b|Y|3|p / b|Y|4|q", true],
  ["words in front", "w|u=user|i=item|r=rating", "p|a|X|1 / q|a|X|2 / p|b|Y|3 / q|b|Y|4", true],
  ["kinds of things", KINDS, "a|X|1|p / a|X|2|q / a|Y|3|p / b|Z|4|q", true],
  ["everybody rates once", KINDS, "a|X|1|p / a|Y|2|q / b|X|3|p / b|Y|4|q", false],
  ["each thing once", KINDS, "a|X|1|p / a|Y|2|q / b|Z|3|p / b|W|4|q", false],
  ["some rated again", KINDS, "a|X|1|p / a|X|2|q / a|Y|3|p / b|X|4|q", false],
  ["words that tell hardly any", KINDS, "a|X|1|p / a|X|2|p / b|Y|3|p / b|Y|4|p", false],
  ["words that tell no more than kinds do", KINDS, "a|X|1|p / a|X|2|p / a|Y|3|p / b|Z|4|p", false],
  ["numbers", KINDS, "a|X|1|1 / a|X|2|2 / b|Y|3|1 / b|Y|4|2", false],
  ["words and numbers", KINDS, "a|X|1|p / a|X|2|2 / b|Y|3|p / b|Y|4|2", false],
  ["marks", KINDS, "a|X|1|#1 / a|X|2|#2 / b|Y|3|#1 / b|Y|4|#2", true],
  ["events", KINDS, "a|X|1|view / a|X|2|buy / b|Y|3|view / b|Y|4|buy", false],
  ["three rows", KINDS, "a|X|1|p / a|X|2|q / a|X|3|r", true],
  ["two rows", KINDS, "a|X|1|p / a|X|2|q", false],
  ["no user", "u|i=item|r=rating|w", "a|X|1|p / a|X|2|q / b|Y|3|p / b|Y|4|q", false],
  ["no item", "u=user|i|r=rating|w", "a|X|1|p / a|X|2|q / b|Y|3|p / b|Y|4|q", false],
  ["no rating", "u=user|i=item|r|w", "a|X|1|p / a|X|2|q / b|Y|3|p / b|Y|4|q", false],
])("whether a side is left: %s", (_, header, text, expected) => {
  const { roles, values } = tableOf(header, text);
  expect(isSideLeft(roles, values)).toBe(expected);
});

const BASKETS = "1|Milk|2 / 1|Tea|2 / 2|Milk|3 / 2|Rice|3";
describe("a basket stands for a person", () => {
  it.each<[string, string]>([
    ["an order", "order_id|p=item|x"],
    ["an invoice", "InvoiceNo|p=item|x"],
    ["transactions", "Transactions|p=item|x"],
    ["a bill", "bill number|p=item|x"],
  ])("%s", (_, header) => {
    expect(rolesAfter(basketAsUser, header, BASKETS)).toBe(header.replace("|", "=user|"));
  });

  it.each<[string, string, string]>([
    ["beside users", "order_id|p=item|u=user", BASKETS],
    ["beside ratings", "order_id|p=item|r=rating", BASKETS],
    ["without items", "order_id|p|x", BASKETS],
    ["with a role of its own", "order_id=timestamp|p=item|x", BASKETS],
    ["a reorder", "reorder_id|p=item|x", BASKETS],
    ["an order's date", "order_date|p=item|x", BASKETS],
    ["where each is there once", "order_id|p=item|x", "1|Milk|2 / 2|Tea|2 / 3|Milk|3"],
    ["where it is the only one", "order_id|p=item|x", "1|Milk|2 / 1|Tea|2 / 1|Rice|3"],
    ["where there is none", "foo|p=item|x", BASKETS],
  ])("not %s", (_, header, text) => {
    expect(rolesAfter(basketAsUser, header, text)).toBe(header);
  });
});
