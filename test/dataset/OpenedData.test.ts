import { expect, it } from "vitest";
import { openTables } from "../../src/dataset/columns/understand.ts";
import { OpenedData } from "../../src/dataset/OpenedData.ts";
import { fileSource } from "../../src/files/ByteSource.ts";

it("can be asked and read again, with other choices", async () => {
  const file = new File(["user,item,stars\nann,Heat,5\nbob,Up,2\n"], "a.csv");
  const data = new OpenedData(await openTables([fileSource(file)]));
  const rolesIn = ({ tables }: ReturnType<OpenedData["examine"]>) =>
    tables[0].form.columns.map(({ role }) => role).join();
  expect(rolesIn(data.examine())).toBe("user,item,rating");
  const tables = [{ file: "a.csv", roles: ["item", "user", "unused"] as const, hasHeader: true }];
  expect(rolesIn(data.examine({ tables }))).toBe("item,user,unused");
  const { ratings, name, likedFrom } = await data.read({ name: "Mine", choices: { tables, likedFrom: 1 } });
  expect([ratings.userIds, [...ratings.ratings], name, likedFrom]).toEqual([
    ["Heat", "Up"],
    [1, 1],
    "Mine",
    1,
  ]);
  expect([...(await data.read()).ratings.ratings]).toEqual([5, 2]);
});
