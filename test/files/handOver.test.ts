import fc from "fast-check";
import { expect, it } from "vitest";
import { DamagedFileError } from "../../src/errors.ts";
import { receivePieces, sendPieces } from "../../src/files/archives/handOver.ts";

const never = new Promise<never>(() => {});

/** So many bytes, none of which tells where a piece ends. */
function bytesOf(length: number, from = 0): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = ((from + i) * 7) % 251;
  return bytes;
}

it("hands over the same bytes in the same order, whatever pieces they come in", async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sizes, async (sizes) => {
      async function* pieces() {
        let at = 0;
        for (const size of sizes) {
          yield bytesOf(size, at);
          at += size;
        }
      }
      const { port1: here, port2: there } = new MessageChannel();
      const sent = sendPieces(there, pieces());
      const received: Buffer[] = [];
      for await (const piece of receivePieces(here, never)) received.push(Buffer.from(piece));
      await sent;
      const whole = bytesOf(sizes.reduce((sum, size) => sum + size, 0));
      expect(Buffer.concat(received).equals(whole)).toBe(true);
    }),
    { numRuns: 15 },
  );
});

it("is never more than a few pieces ahead, and stops where the reader stops", async () => {
  let made = 0;
  async function* pieces() {
    for (;;) {
      made++;
      yield new Uint8Array(2 ** 18);
    }
  }
  const { port1: here, port2: there } = new MessageChannel();
  void sendPieces(there, pieces());
  let read = 0;
  for await (const _ of receivePieces(here, never)) {
    expect(made - read).toBeLessThan(12);
    if (++read === 40) break;
  }
  const madeThen = made;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made - madeThen).toBeLessThan(12);
});

it("hands over a refusal as it was, after what came before it", async () => {
  async function* pieces() {
    yield new Uint8Array(2 ** 19);
    throw new DamagedFileError("ratings.csv is damaged.");
  }
  const { port1: here, port2: there } = new MessageChannel();
  void sendPieces(there, pieces());
  let bytes = 0;
  const reading = (async () => {
    for await (const piece of receivePieces(here, never)) bytes += piece.length;
  })();
  await expect(reading).rejects.toThrow(new DamagedFileError("ratings.csv is damaged."));
  expect(bytes).toBe(2 ** 19);
});

it("fails with the other thread", async () => {
  const { port1: here } = new MessageChannel();
  const failed = Promise.reject(new Error("It has ended."));
  await expect(receivePieces(here, failed).next()).rejects.toThrow("It has ended.");
});
