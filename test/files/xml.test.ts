import { expect, it } from "vitest";
import { textTable } from "../support/textTable.ts";

const xml = (inner: string) => textTable(`<?xml version="1.0"?><all>${inner}</all>`, "a.xml");

it.each<[string, string, string]>([
  [
    "elements",
    "<r><user>1</user><item>a</item></r><r><user>2</user><item>b</item></r>",
    "user|item / 1|a / 2|b",
  ],
  ["one element", "<r><user>1</user><item>a</item></r>", "user|item / 1|a"],
  ["attributes", '<r user="1" item="a"/><r user="2" item="b"/>', "user|item / 1|a / 2|b"],
  [
    "attributes around a value",
    '<rating user="1" item="a"> 5 </rating><rating user="2" item="b">4</rating>',
    "user|item|rating / 1|a|5 / 2|b|4",
  ],
  ["a value that has a name already", '<rating user="1" rating="a">5</rating>', "user|rating / 1|a"],
  [
    "elements of which some lack a value",
    "<r><user>1</user><item>a</item></r><r><user>2</user><at>3</at></r>",
    "user|item|at / 1|a| / 2||3",
  ],
  [
    "an element that comes twice",
    "<r><title>Heat</title><genre>Crime</genre><genre> Drama </genre></r>",
    "title|genre / Heat|Crime|Drama",
  ],
  [
    "an element that comes twice, first blank",
    "<r><title>Heat</title><genre/><genre>Drama</genre></r>",
    "title|genre / Heat|Drama",
  ],
  [
    "fields within",
    "<r><user><id>1</id><name>Ann</name></user><item>a</item></r>",
    "user.id|user.name|item / 1|Ann|a",
  ],
  [
    "a list within",
    "<r><title>Heat</title><at>7</at><genres><g>Crime</g><g/><g>Drama</g></genres></r>".repeat(2),
    "title|at|genres / Heat|7|Crime|Drama / Heat|7|Crime|Drama",
  ],
  [
    "what occurs most",
    "<r><a>1</a><b>2</b></r><r><a>3</a><b>4</b></r><info><x>1</x><y>2</y><z>3</z></info>",
    "a|b / 1|2 / 3|4",
  ],
  [
    "what occurs most, further down",
    "<info><x>1</x><y>2</y><z>3</z></info><r><a>1</a><b>2</b></r><r><a>3</a><b>4</b></r>",
    "a|b / 1|2 / 3|4",
  ],
  [
    "of as many what says more, first",
    "<r><a>1</a><b>2</b><c>3</c></r><s><x>1</x><y>2</y></s><s/><s><x>1</x><y>2</y></s><r><a>4</a><b>5</b><c>6</c></r>",
    "a|b|c / 1|2|3 / 4|5|6",
  ],
  [
    "of as many what says more, last",
    "<s><x>1</x><y>2</y></s><s><x>1</x><y>2</y></s><r><a>1</a><b>2</b><c>3</c></r><r><a>4</a><b>5</b><c>6</c></r>",
    "a|b|c / 1|2|3 / 4|5|6",
  ],
  ["of as many that say as much, the inner", '<r a="1"><s x="3" y="4"/></r>', "x|y / 3|4"],
  ["attributes count as what is said", '<s x="1" y="2" z="3"/><r><a>1</a><b>2</b></r>', "x|y|z / 1|2|3"],
  [
    "fields within count each",
    "<s><p><u>1</u><v>2</v><w>3</w></p><q>4</q></s><r><a>1</a><b>2</b><c>3</c></r>",
    "p.u|p.v|p.w|q / 1|2|3|4",
  ],
  ["signs that XML writes otherwise", "<r><t>A &amp; B</t><u><![CDATA[<x>]]></u></r>", "t|u / A & B|<x>"],
  ["names of two parts", '<x:r><x:a>1</x:a><b y:c="2">3</b></x:r>', "a|b / 1|3"],
])("XML of %s", async (_, inner, expected) => {
  expect(await xml(inner)).toBe(`XML: ${expected}`);
});

const INVALID = "a.xml isn't valid XML. The file may be incomplete; download it again.";
const EMPTY = "a.xml is XML without a list of ratings. Open the file that holds them.";
it.each<[string, string, string]>([
  ["one value an element", "<r><a>1</a></r><r><a>2</a></r>", EMPTY],
  ["nothing", "", EMPTY],
  ["an element that is not closed", "<r><a>1</a>", INVALID],
  ["elements 99 deep", "<e>".repeat(99) + "</e>".repeat(99), INVALID],
  ["elements 98 deep", "<e>".repeat(98) + "</e>".repeat(98), EMPTY],
])("XML of %s is refused", async (_, inner, message) => {
  expect(await xml(inner)).toBe(message);
});

it.each([
  ["\ufeff \n<ALL><r a='1' b='2'/></ALL>", "XML: a|b / 1|2"],
  ["<!-- by me --><all><r a='1' b='2'/></all>", "XML: a|b / 1|2"],
  ["a<b,1\nc<d,2\n", "comma-separated: a<b|1 / c<d|2"],
])("%j is told by its beginning", async (text, expected) => {
  expect(await textTable(text, "a.xml")).toBe(expected);
});
