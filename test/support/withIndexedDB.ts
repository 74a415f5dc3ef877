import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll } from "vitest";

/** An empty IndexedDB for the tests of a file. Files share a process, and those that do not ask have none. */
export function withIndexedDB(): void {
  beforeAll(() => {
    globalThis.indexedDB = new IDBFactory();
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, "indexedDB");
  });
}
