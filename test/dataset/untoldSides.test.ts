import { expect, it } from "vitest";
import { sidesQuestion, withSides } from "../../src/dataset/columns/untoldSides.ts";
import { UNTOLD } from "../../src/files/json/jsonByKey.ts";
import type { TableHead } from "../../src/files/TableHead.ts";
import { headOf } from "../support/headOf.ts";

const ID = "sides:table.csv";
const [OUTER, INNER] = UNTOLD;
/** Names of columns, which JSON has in no line of its own, are called line 0. */
const UNCLEAR: TableHead = {
  ...headOf(`${OUTER}|${INNER}|rating / ann|Heat|4 / bob|Ran|5`),
  read: async (take) => {
    for (const [line, row] of UNCLEAR.rows.entries()) take(row, line, false);
  },
};
const TOLD = headOf(`user|${INNER}|rating / ann|Heat|4`);

async function headersAfter(answer: string | undefined, head = UNCLEAR) {
  const read: string[] = [];
  const named = withSides(head, answer === undefined ? {} : { [ID]: answer });
  await named.read(
    (row) => read.push(row.join("|")),
    () => {},
  );
  expect(named.rows.map((row) => row.join("|"))).toEqual(read);
  return read.join(" / ");
}

it("asks who rated what where either could be", () => {
  const question = sidesQuestion(UNCLEAR, {});
  expect(question).toMatchObject({ id: ID, sentence: "table.csv has Heat within ann. Who rated what?" });
  expect(question?.choices.map(({ label }) => label)).toEqual(["ann rated Heat", "Heat rated ann"]);
  expect(sidesQuestion(UNCLEAR, { [ID]: "x" })).toBeNull();
  expect(sidesQuestion(TOLD, {})).toBeNull();
  expect(sidesQuestion({ ...TOLD, rows: [] }, {})).toBeNull();
});

it("names the sides as they were chosen", async () => {
  const [first, second] = sidesQuestion(UNCLEAR, {})?.choices.map(({ answer }) => String(answer)) ?? [];
  expect(await headersAfter(first)).toBe("user|item|rating / ann|Heat|4 / bob|Ran|5");
  expect(await headersAfter(second)).toBe("item|user|rating / ann|Heat|4 / bob|Ran|5");
});

it("leaves a table of which nothing was said, or of which it is known", () => {
  expect(withSides(UNCLEAR, {})).toBe(UNCLEAR);
  expect(withSides(TOLD, { [ID]: "people first" })).toBe(TOLD);
});
