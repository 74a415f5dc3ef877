import { expect, it } from "vitest";
import { release } from "../../src/release.ts";

/** As in browsers and in Node from 22 on: what was given away cannot be given away again. */
function transferable(buffer: ArrayBuffer): ArrayBuffer {
  const state = { detached: false };
  return Object.defineProperties(buffer, {
    detached: { get: () => state.detached },
    transfer: {
      value: () => {
        if (state.detached) throw new TypeError("Cannot transfer a detached ArrayBuffer");
        state.detached = true;
      },
    },
  });
}

it("arrays that share a buffer, as two empty ones that were saved together do, are given back once", () => {
  const buffer = transferable(new ArrayBuffer(8));
  release(new Uint8Array(buffer), null, new Uint8Array(buffer, 4));
  expect(buffer).toHaveProperty("detached", true);
  release(new Uint8Array(4));
});
