import { expect, it } from "vitest";
import { refuseNetwork } from "../../src/dataset/columns/refuseNetwork.ts";
import { headOf } from "../support/headOf.ts";

function refusalOf(table: string, name = "a.csv", hasHeader: boolean | null = null): string | null {
  const head = headOf(table);
  try {
    refuseNetwork({ ...head, hasHeader, source: { ...head.source, name } });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
const ROWS = "1|2 / 1|3 / 2|3";

it.each<[string]>([
  ["source|target"],
  ["source_id|target_id"],
  ["FromNodeId|ToNodeId"],
  ["src|dst"],
  ["follower|followee"],
  ["trustor|trustee"],
  ["userID|friendID"],
  ["id|friend"],
  ["Truster Key|Trusted Name"],
])("%s are ends of a link", (header) => {
  const says = `a.csv says who is linked with whom (${header.replace("|", ", ")}), not who liked what. Open the file that holds the ratings. If it does hold likes, call its columns user and item.`;
  expect(refusalOf(`${header} / ${ROWS}`)).toBe(says);
});

it("names the ends alone", () => {
  expect(refusalOf("source|target|since / 1|2|x / 1|3|y")).toContain("with whom (source, target), not");
});

it.each<[string, string]>([
  ["user|friend|rating", "1|2|5 / 1|3|4"],
  ["user|item", ROWS],
  ["user", "1 / 2"],
  ["rating|user|friend", "5|1|2 / 4|1|3"],
  ["my source|target", ROWS],
  ["source|target film", ROWS],
])("%s are none", (header, rows) => {
  expect(refusalOf(`${header} / ${rows}`)).toBeNull();
});

it("is none where the first row is no header", () => {
  expect(refusalOf(`user|friend / ${ROWS}`, "a.csv", false)).toBeNull();
  expect(refusalOf("1|2 / 1|3", "trust.txt", false)).toBeNull();
});

const LINKED = "says who is linked with whom, not who liked what.";
it.each<[string, string]>([
  ["trust.txt", ROWS],
  ["user_friends.dat", ROWS],
  ["edges.txt", "1|2|1 / 1|3|1 / 2|3|1"],
  ["Network.txt", "11|22 / 13|24"],
])("%s holds links without a header", (name, rows) => {
  expect(refusalOf(rows, name)).toContain(`${name} ${LINKED}`);
});

it.each<[string, string]>([
  ["a.txt", ROWS],
  ["trust.txt", "1 / 2"],
  ["trusted.txt", ROWS],
  ["friends_ratings.txt", ROWS],
  ["trust_likes.txt", ROWS],
  ["trust.txt", "1|2|1 / 1|3|2"],
  ["trust.txt", "1|2|1|1 / 1|3|1|1"],
  ["trust.txt", "1|u2 / 1|u3"],
  ["trust.txt", "1|2u / 1|3u"],
  ["trust.txt", "a|2 / 1|3"],
])("%s may hold something else: %s", (name, rows) => {
  expect(refusalOf(rows, name)).toBeNull();
});
