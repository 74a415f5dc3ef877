import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RatingsSync } from "../../src/core/page/ratings/RatingsSync.ts";
import { Replica } from "../../src/core/page/ratings/Replica.ts";
import type { RatingChange } from "../../src/core/page/ratings/Said.ts";
import { announceDeletion, emptyDatabase } from "../../src/storage/deletion.ts";
import { fillDisk } from "../support/fillDisk.ts";
import { withIndexedDB } from "../support/withIndexedDB.ts";

withIndexedDB();

const DATA = "films";
const rated = (filmId: string, stars: number | null): RatingChange => ({
  dataset: DATA,
  filmId,
  said: stars === null ? null : { stars, answer: null, ratedAt: 0, place: 1 },
});

const open: RatingsSync[] = [];

async function tab() {
  const heard: string[] = [];
  const sync = new RatingsSync({
    changed: () => {},
    refused: (error) => heard.push(error?.message ?? "saved again"),
    emptied: () => heard.push("emptied"),
    deleted: () => heard.push("deleted"),
  });
  open.push(sync);
  await sync.load(DATA);
  return { sync, heard, stars: () => starsOf(sync.of(DATA)) };
}

const starsOf = (replica: Replica) =>
  Object.fromEntries(replica.entries().map(([id, { stars }]) => [id, stars]));

/** What a tab that opens now finds. */
const stored = async () => (await tab()).stars();
const settled = (sync: RatingsSync) => vi.waitFor(() => expect(sync.hasUnsaved()).toBe(false));

const { put } = IDBObjectStore.prototype;

function makeRoom(): void {
  IDBObjectStore.prototype.put = put;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  makeRoom();
  for (const sync of open.splice(0)) await sync.close();
});

describe("RatingsSync", () => {
  it("marks a rating until its transaction is complete, and another tab shows it then", async () => {
    const [one, other] = [await tab(), await tab()];
    one.sync.write([rated("a", 4)]);
    expect(one.sync.of(DATA).unsaved()).toMatchObject([{ filmId: "a" }]);
    await settled(one.sync);
    await vi.waitFor(() => expect(other.stars()).toEqual({ a: 4 }));
    expect(await stored()).toEqual({ a: 4 });
  });

  it("saves what a full disk refused as soon as something else could be saved, and says both once", async () => {
    const { sync, heard } = await tab();
    fillDisk();
    sync.write([rated("a", 4)]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    sync.write([rated("b", 3)]);
    await sync.retry();
    expect(heard).toEqual([expect.stringContaining("Not enough storage")]);
    expect(sync.of(DATA).unsaved()).toHaveLength(2);

    makeRoom();
    sync.write([rated("c", 2)]);
    await settled(sync);
    expect(heard[1]).toBe("saved again");
    expect(await stored()).toEqual({ a: 4, b: 3, c: 2 });
  });

  it("lets a later rating of another tab stand over one that was refused", async () => {
    const [one, other] = [await tab(), await tab()];
    fillDisk();
    one.sync.write([rated("a", 1)]);
    await vi.waitFor(() => expect(one.heard).toHaveLength(1));
    makeRoom();
    other.sync.write([rated("a", 5)]);
    await vi.waitFor(() => expect(one.stars()).toEqual({ a: 5 }));
    await one.sync.retry();
    expect(await stored()).toEqual({ a: 5 });
  });

  it("ends alike in five tabs that rate the same films at once", async () => {
    const tabs = await Promise.all(Array.from({ length: 5 }, tab));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4), fc.constantFrom("a", "b"), fc.constantFrom(null, 1, 2, 3, 4, 5)), {
          minLength: 5,
          maxLength: 15,
        }),
        async (ratings) => {
          for (const [at, filmId, stars] of ratings) tabs[at].sync.write([rated(filmId, stars)]);
          await Promise.all(tabs.map(({ sync }) => settled(sync)));
          const end = await stored();
          await vi.waitFor(() => {
            for (const { stars } of tabs) expect(stars()).toEqual(end);
          });
        },
      ),
      { numRuns: 10, seed: 1 },
    );
  });

  it("forgets what another tab deletes, writes none of it back and keeps still", async () => {
    const [one, other] = [await tab(), await tab()];
    one.sync.write([rated("a", 4)]);
    await settled(one.sync);
    fillDisk();
    other.sync.write([rated("b", 2)]);
    await vi.waitFor(() => expect(other.heard).toHaveLength(1));
    makeRoom();

    await one.sync.close();
    announceDeletion();
    expect(await emptyDatabase(1000)).toBe(true);
    await vi.waitFor(() => expect(other.heard).toContain("deleted"));
    expect(other.stars()).toEqual({});
    expect(other.sync.hasUnsaved()).toBe(false);
    await other.sync.retry();
    other.sync.write([rated("c", 1)]);
    await other.sync.retry();
    expect(await stored()).toEqual({});
  });

  it("notices that the browser has deleted what was saved, and saves it again with the next rating", async () => {
    const { sync, heard } = await tab();
    sync.write([rated("a", 4)]);
    await settled(sync);
    globalThis.indexedDB = new IDBFactory();
    // The old connection is of no use any more.
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      IDBDatabase.prototype.transaction = transaction;
      throw new DOMException("Closed.", "InvalidStateError");
    };
    await sync.catchUp();
    expect(heard).toEqual(["emptied"]);
    expect(sync.of(DATA).unsaved()).toHaveLength(1);
    sync.write([rated("b", 5)]);
    await settled(sync);
    expect(await stored()).toEqual({ a: 4, b: 5 });
  });
});

describe("emptyDatabase", () => {
  it("gives up while another page is writing, and leaves everything there and usable", async () => {
    const { sync } = await tab();
    sync.write([rated("a", 4)]);
    await settled(sync);
    const request = indexedDB.open("matinee");
    await new Promise((resolve) => request.addEventListener("success", resolve));
    const store = request.result.transaction("ratings", "readwrite").objectStore("ratings");
    let isHeld = true;
    const hold = () => {
      if (isHeld) store.count().onsuccess = hold;
    };
    hold();
    expect(await emptyDatabase(50)).toBe(false);
    isHeld = false;
    sync.write([rated("b", 1)]);
    await settled(sync);
    expect(await stored()).toEqual({ a: 4, b: 1 });
  });
});

describe("Replica", () => {
  it.each([
    [1, 5],
    [3, 3],
  ])("shows its own rating until write %i tells whether it is later than another tab's", (write, end) => {
    const replica = new Replica();
    const own = rated("a", 3);
    replica.change([own]);
    replica.follow([rated("a", 5)], 2, new Set([own]));
    expect(starsOf(replica)).toEqual({ a: 3 });
    expect(replica.unsaved()).toEqual([own]);
    replica.saved([own], write);
    expect(starsOf(replica)).toEqual({ a: end });
    expect(replica.unsaved()).toEqual([]);
  });

  it("comes to the same whatever order news arrives in", () => {
    const news = fc.uniqueArray(
      fc.record({
        write: fc.integer({ min: 1, max: 30 }),
        id: fc.constantFrom("a", "b"),
        stars: fc.option(fc.nat(5)),
      }),
      { selector: ({ write }) => write },
    );
    const told = news.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(told, ([all, shuffled]) => {
        const [one, other] = [new Replica(), new Replica()];
        for (const { write, id, stars } of all.sort((a, b) => a.write - b.write))
          one.follow([rated(id, stars)], write, new Set());
        for (const { write, id, stars } of shuffled) other.follow([rated(id, stars)], write, new Set());
        expect(starsOf(other)).toEqual(starsOf(one));
      }),
    );
  });
});
