import { expect, test } from "vitest";
import { titleOf } from "../../src/core/api/titleOf.ts";

test("saved data is called what a person calls it", () => {
  const title = (name: string) => titleOf({ name, source: "file" });
  expect(titleOf({ name: "ml-latest-small", source: "embedded" })).toBe("MovieLens");
  expect(title("books.csv, 12345 bytes")).toBe("books.csv");
  expect(title("ratings.csv, 877760208 bytes, 12.5 % of the users")).toBe("ratings.csv, 12.5% of the users");
  expect(title("an old name")).toBe("an old name");
});
