import { describe, expect, it } from "vitest";
import { delimiterName, detectDialect, parseStart } from "../../src/files/text/Dialect.ts";

/** The delimiter, and how its fields are quoted. */
const dialectIn = (text: string, isWhole = true) => {
  const found = detectDialect(text, isWhole);
  if (!found) return "none";
  return [found.delimiter, found.quotes ? "quotes" : "", found.backslashes ? "backslashes" : ""]
    .filter((part) => part !== "")
    .join(" ");
};

it.each<[string, string, string]>([
  ["one column", "user\nann\nbob\n", "none"],
  ["nothing", "", "none"],
  ["tabs", "user\titem\n1\t2\n", "\t quotes"],
  ["more fields, of two that agree", "a,b;c;d\n1,2;3;4\n", "; quotes"],
  ["as many fields, the usual one first", "a,b;c\n1,2;3\n", ", quotes"],
  ["a comma within fields of some rows", "a;b,c\n1;2\n3;4,5\n6;7\n", "; quotes"],
  ["half of the rows only", "a,b\nc\nd,e\nf\n", "none"],
  ["more than half of them", "a,b\nc\nd,e\nf,g\n", ", quotes"],
  ["a delimiter within quotes", '"a;1",b\n"c;2;3",d\n', ", quotes"],
  ["quotes that are not closed", 'a,b "c\nd,e\nf,"g\n', ","],
  ["quotes at fault where backslashes are none", 'a,"b \\"c\\", d"\n1,"2"\n', ", quotes backslashes"],
  ["double colons, which know no quotes", '1::"A" b\n2::c\n', "::"],
  ["spaces among numbers", "1 2 3\n4 5 6\n", "  quotes"],
  ["spaces behind a delimiter that all agree on", "1, 2, 3\n4, 5, 6\n", ", quotes"],
  ["spaces beside tabs, of numbers", "1 2 3\t4\n5 6 7\t8\n", "  quotes"],
  ["spaces beside tabs, of a name and numbers", "a 2 3\t4\nb 6 7\t8\n", "\t quotes"],
  ["a space within a field before a tab", "1 2\t3\n4 5\t6\n", "\t quotes"],
  ["spaces of which one row in ten differs", `${"1 2 3\n".repeat(9)}1 2\n`, "  quotes"],
  ["spaces of which one row in five differs", `${"1 2 3\n".repeat(4)}1 2\n`, "none"],
  ["spaces and numbers in half of the rows", "a b\n1 c\nd e\n2 f\n", "none"],
  ["spaces and numbers in most rows", "a b\n1 c\n2 d\n3 f\n", "  quotes"],
  ["spaces of a log", "[1] a: 7\n[2] b: 8\n[3] c: 9\n", "none"],
  ["spaces of which half look like a log", "1 a 7\n2 b: 8\n3 c 9\n4 d: 3\n", "  quotes"],
  ["a sign that nobody uses", "a¦b¦c\n1¦2¦3\n4¦5¦6\n", "¦"],
  ["the same with quotes", 'a¦b¦c\n"1"¦2¦3\n4¦5¦6\n', "¦ quotes"],
  ["three colons", "a:::b:::c\n1:::2:::3\n4:::5:::6\n", ":::"],
  ["double colons in three fields", "a::b::c\n1::2::3\n4::5::6\n", "::"],
])("%s", (_, text, expected) => {
  expect(dialectIn(text)).toBe(expected);
});

describe("a beginning", () => {
  it("whose last row may be cut is told by the others", () => {
    expect(dialectIn("a,b\nc,d\ne;f;g", false)).toBe(", quotes");
    expect(parseStart("a,b\nc,d\ne", { delimiter: ",", quotes: true }, false)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(parseStart("a,b\nc", { delimiter: ",", quotes: true }, true)).toEqual([["a", "b"], ["c"]]);
  });

  it("is read without blank rows, as far as it is asked for", () => {
    const rows = parseStart("a,b\r\n ,\r\n\r\nc,d\ne,f\n", { delimiter: ",", quotes: true }, true, 4);
    expect(rows).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});

it.each([
  [",", "comma-separated"],
  ["\t", "tab-separated"],
  ["\x01", "separated by Ctrl-A, as Hive writes"],
  ["¦", "separated by “¦”"],
  ["\u00a0", "separated by a sign that can't be seen"],
  ["\x1f\x1f", "separated by a sign that can't be seen"],
])("%j is called %s", (delimiter, name) => {
  expect(delimiterName(delimiter)).toBe(name);
});
