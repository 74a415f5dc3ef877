/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** @returns undefined if the text is neither JSON nor what Python prints of its lists and dictionaries */
export function looseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return new PythonLiteral(text).read();
  }
}

const WORDS = new Map<string, Json>([
  ["True", true],
  ["False", false],
  ["None", null],
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", null],
  ["nan", null],
  ["Infinity", null],
]);
const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "" };
const DEEPEST = 100;

/** Reads "[{'id': 18, 'name': u'Drama'}]": other quotes, tuples, and True, False and None. */
class PythonLiteral {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Json | undefined {
    const value = this.#value();
    this.#space();
    return this.#at === this.#text.length ? value : undefined;
  }

  #value(): Json | undefined {
    this.#space();
    const sign = this.#text[this.#at];
    if (sign === "[" || sign === "(" || sign === "{") {
      if (++this.#depth > DEEPEST) return undefined;
      this.#at++;
      const value = sign === "{" ? this.#object() : this.#list(sign === "[" ? "]" : ")");
      this.#depth--;
      return value;
    }
    if (/^[uUbB]?['"]/.test(this.#text.slice(this.#at, this.#at + 2))) return this.#string();
    return this.#word();
  }

  #list(end: string): Json[] | undefined {
    const items: Json[] = [];
    for (;;) {
      this.#space();
      if (this.#text[this.#at] === end) {
        this.#at++;
        return items;
      }
      const item = this.#value();
      if (item === undefined || !this.#comma(end)) return undefined;
      items.push(item);
    }
  }

  #object(): { [name: string]: Json } | undefined {
    const members = new Map<string, Json>();
    for (;;) {
      this.#space();
      if (this.#text[this.#at] === "}") {
        this.#at++;
        return Object.fromEntries(members);
      }
      const name = this.#value();
      this.#space();
      if (name === undefined || this.#text[this.#at++] !== ":") return undefined;
      const value = this.#value();
      if (value === undefined || !this.#comma("}")) return undefined;
      members.set(String(name), value);
    }
  }

  /** A comma, or what ends the list without one. */
  #comma(end: string): boolean {
    this.#space();
    if (this.#text[this.#at] === ",") this.#at++;
    else if (this.#text[this.#at] !== end) return false;
    return true;
  }

  #string(): string | undefined {
    if (/[uUbB]/.test(this.#text[this.#at])) this.#at++;
    const quote = this.#text[this.#at++];
    let value = "";
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at];
      if (sign === quote) {
        this.#at++;
        return value;
      }
      if (sign !== "\\") value += sign;
      else value += this.#escaped();
    }
    return undefined;
  }

  #escaped(): string {
    const code = /^(?:u([\da-f]{4})|x([\da-f]{2}))/i.exec(this.#text.slice(this.#at + 1, this.#at + 6));
    if (code) {
      this.#at += code[0].length;
      return String.fromCharCode(Number.parseInt(code[1] ?? code[2], 16));
    }
    const sign = this.#text[++this.#at] ?? "";
    return ESCAPES[sign] ?? sign;
  }

  #word(): Json | undefined {
    const found = /^[\w.+-]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? "";
    this.#at += found.length;
    if (WORDS.has(found)) return WORDS.get(found);
    return found !== "" && Number.isFinite(Number(found)) ? Number(found) : undefined;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
