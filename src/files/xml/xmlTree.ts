import { Parser } from "saxen";

/** An element, without its namespace. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

/** No table is nested deeper. */
const DEEPEST = 100;

/** @returns null if it is not well-formed XML, or nested too deep for any table */
export function xmlTree(text: string): XmlElement | null {
  const root: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const parser = new Parser();
  let failed = false;
  parser.on(
    "openTag",
    (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => {
      const own = Object.entries(attributes()).map(([key, value]) => [plain(key), decode(value)] as const);
      const element = { name: plain(name), attributes: new Map(own), children: [], text: "" };
      open[open.length - 1].children.push(element);
      open.push(element);
      if (open.length > DEEPEST) failed = true;
    },
  );
  parser.on("closeTag", () => open.pop());
  parser.on("text", (value: string, decode: (text: string) => string) => {
    open[open.length - 1].text += decode(value);
  });
  parser.on("cdata", (value: string) => {
    open[open.length - 1].text += value;
  });
  parser.on("error", () => {
    failed = true;
  });
  try {
    parser.parse(text);
  } catch {
    return null;
  }
  return failed || open.length !== 1 ? null : root;
}

/** All elements of a name below another, in the order of the document. */
export function elements(of: XmlElement, name: string): XmlElement[] {
  return of.children.flatMap((child) => (child.name === name ? [child] : elements(child, name)));
}

function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
