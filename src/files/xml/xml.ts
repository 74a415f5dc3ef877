import { DataFileError } from "../../errors.ts";
import { allBytes } from "../ByteSource.ts";
import type { TableFormat } from "../formats.ts";
import { MOST_ROWS } from "../text/Dialect.ts";
import { decode } from "../text/decoding.ts";
import type { XmlElement } from "./xmlTree.ts";

const MOST_AT_ONCE = 2 ** 26;

/** Elements of one name, each a row: what is in them and their attributes are the columns. */
export const xml: TableFormat = {
  name: "XML",
  files: "`.xml`: elements of one name, such as Criticker's and MyAnimeList's exports",
  async open(source, start) {
    if (!/^(?:\ufeff)?\s*<(?:\?xml|!--|[a-z])/i.test(start.text)) return null;
    const { xmlTree } = await import("./xmlTree.ts");
    const root = xmlTree(decode(await allBytes(source, MOST_AT_ONCE), start.encoding ?? "UTF-8"));
    if (!root)
      throw new DataFileError(
        `${source.name} isn't valid XML. The file may be incomplete; download it again.`,
      );
    const records = repeated(root).map(fieldsOf);
    if (records.length === 0) {
      throw new DataFileError(
        `${source.name} is XML without a list of ratings. Open the file that holds them.`,
      );
    }
    const names = [...new Set(records.flatMap((record) => [...record.keys()]))];
    const rows = records.map((record) => names.map((name) => record.get(name) ?? ""));
    return {
      format: "XML",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...rows.slice(0, MOST_ROWS)],
      read: async (take, onBytes) => {
        take(names, 0, false);
        for (const [i, row] of rows.entries()) take(row, i + 1, false);
        onBytes(source.size);
      },
    };
  },
};

/** The elements of the name that occurs most, among those that hold several values. */
function repeated(root: XmlElement): XmlElement[] {
  const byName = new Map<string, XmlElement[]>();
  const visit = (element: XmlElement) => {
    const values = element.attributes.size + element.children.filter(isValue).length;
    const others = byName.get(element.name);
    if (values > 1 && others) others.push(element);
    else if (values > 1) byName.set(element.name, [element]);
    element.children.forEach(visit);
  };
  root.children.forEach(visit);
  // Of as many, those that say more are the rows, else those further in: what is about them stands around.
  const parts = ({ children }: XmlElement) => (areFields(children) ? children.length : 1);
  const richness = ([{ attributes, children }]: XmlElement[]) => {
    // Several genres are one thing that is said.
    const named = new Map(children.map((child) => [child.name, child]));
    return attributes.size + [...named.values()].reduce((sum, child) => sum + parts(child), 0);
  };
  return [...byName.values()].reduce((best, some) => {
    if (some.length !== best.length) return some.length > best.length ? some : best;
    return best.length === 0 || richness(some) >= richness(best) ? some : best;
  }, []);
}

function isLeaf({ children }: XmlElement): boolean {
  return children.length === 0;
}

function fieldsOf({ name, attributes, children, text }: XmlElement): Map<string, string> {
  const fields = new Map(attributes);
  // <rating user="1" item="2">5</rating>
  if (children.length === 0 && text.trim() !== "" && !fields.has(name)) fields.set(name, text.trim());
  for (const child of children) {
    // <user><id>1</id><name>Ann</name></user>
    if (areFields(child.children)) {
      for (const inner of child.children) fields.set(`${child.name}.${inner.name}`, textOf(inner));
      continue;
    }
    const value = textOf(child);
    const before = fields.get(child.name);
    fields.set(child.name, before ? `${before}|${value}` : value);
  }
  return fields;
}

function isValue(element: XmlElement): boolean {
  return isLeaf(element) || areFields(element.children);
}

/** Whether these say several things of one, each under a name of its own. */
function areFields(children: readonly XmlElement[]): boolean {
  return (
    children.length > 1 &&
    children.every(isLeaf) &&
    new Set(children.map(({ name }) => name)).size === children.length
  );
}

/** Of elements within it, those with text have bars between them. */
function textOf(element: XmlElement): string {
  if (isLeaf(element)) return element.text.trim();
  return element.children
    .map(textOf)
    .filter((text) => text !== "")
    .join("|");
}
