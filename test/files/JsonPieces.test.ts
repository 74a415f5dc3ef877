import fc from "fast-check";
import { expect, it } from "vitest";
import { JsonPieces } from "../../src/files/json/JsonPieces.ts";

/** What is hard to tell from the ends of objects and texts. */
const text = fc.string({ unit: fc.constantFrom("{", "}", '"', "\\", "'", "a", "\n"), maxLength: 6 });
const value = fc.oneof(
  text,
  fc.integer(),
  fc.array(fc.dictionary(text, text, { maxKeys: 2 }), { maxLength: 2 }),
);
const objects = fc.array(fc.dictionary(text, value, { maxKeys: 3 }), { maxLength: 4 });
const written = fc.record({
  all: objects,
  between: fc.constantFrom("\n", ", ", "\r\n\r\n", ""),
  around: fc.constantFrom(["", ""], ["[", "]"], ["}\n", "\n"]),
  cuts: fc.array(fc.nat(), { maxLength: 5 }),
});

it("gives every object as it stands, whatever is in its texts and wherever it is cut", () => {
  fc.assert(
    fc.property(written, ({ all, between, around: [before, after], cuts }) => {
      const texts = all.map((one) => JSON.stringify(one));
      const whole = `${before}${texts.join(between)}${after}`;
      const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
      const pieces = new JsonPieces();
      const given: string[] = [];
      for (let i = 1; i < places.length; i++) {
        pieces.push(whole.slice(places[i - 1], places[i]), (object) => given.push(object));
      }
      expect(given).toEqual(texts);
      expect(pieces.isOpen).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it("an object that has begun and not ended is open", () => {
  const pieces = new JsonPieces();
  pieces.push('[{"a": "}', () => {});
  expect(pieces.isOpen).toBe(true);
});
