import { expect, it } from "vitest";
import { DEFAULTS } from "../../../src/model/hyperparameters.ts";
import { Allocator, inFours } from "../../../src/model/memory/Allocator.ts";
import { checkAddressable, Kernel } from "../../../src/model/memory/Kernel.ts";
import { reserveKnown, writeKnown } from "../../../src/model/memory/knownItems.ts";
import { interactionsOf } from "../../support/problems.ts";

const WARP = { ...DEFAULTS, loss: "warp" } as const;
const KOS = { ...DEFAULTS, loss: "warp-kos" } as const;
const kernel = await Kernel.create(65_536);

it("blocks lie one behind the other, each at a multiple of 16, and none at 0", () => {
  const memory = new Allocator();
  expect([memory.bytes, memory.block(1), memory.block(16), memory.block(17), memory.bytes]).toEqual([
    16, 16, 32, 48, 80,
  ]);
  expect([0, 1, 4, 5].map(inFours)).toEqual([0, 4, 4, 8]);
});

it("pairs have bits up to twelve bytes an interaction, else rows; WARP-kos has rows in any case", () => {
  const reserved = (hyper: typeof DEFAULTS, items: number) => {
    const own = interactionsOf(12, items, [[0, 0, 1]]);
    return reserveKnown(new Allocator(), hyper, own);
  };
  expect(reserved(WARP, 8)).toEqual({ bits: 16, indptr: 0, indices: 0, stride: 1 });
  expect(reserved(WARP, 9)).toEqual({ bits: 0, indptr: 16, indices: 80, stride: 2 });
  expect(reserved(KOS, 8)).toEqual({ bits: 16, indptr: 32, indices: 96, stride: 1 });
});

it("both say which items each user knows, dislikes as well", () => {
  const own = interactionsOf(2, 10, [
    [1, 9, 1],
    [0, 3, -1],
    [1, 0, 1],
  ]);
  const blocks = reserveKnown(new Allocator(), KOS, own);
  kernel.u8(blocks.bits, 4).fill(255);
  for (const _ of writeKnown(kernel, blocks, own));
  expect([...kernel.u8(blocks.bits, 4)]).toEqual([0b1000, 0, 0b1, 0b10]);
  expect([...kernel.u32(blocks.indptr, 3)]).toEqual([0, 1, 3]);
  expect([...kernel.u32(blocks.indices, 3)]).toEqual([3, 0, 9]);
});

it("more than four gibibytes are refused", () => {
  expect(() => checkAddressable(2 ** 32)).not.toThrow();
  expect(() => checkAddressable(2 ** 32 + 1)).toThrow(
    "This needs 4.0 GiB of memory and WebAssembly has 4: use fewer components or users.",
  );
});
