import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { ratingsOf } from "./generate.ts";

const ROWS = 1_000_000;
const TIMES = 3;
/** Answered from the package's folder. */
const SITE = "https://duckdb.invalid/";

interface Connection {
  query(sql: string): Promise<unknown>;
}

interface DuckDb {
  VoidLogger: new () => object;
  AsyncDuckDB: new (
    logger: object,
    worker: Worker,
  ) => {
    instantiate(module: string): Promise<unknown>;
    registerFileText(name: string, text: string): Promise<void>;
    connect(): Promise<Connection>;
    terminate(): Promise<void>;
  };
}

/**
 * Nanoseconds that DuckDB-wasm takes in this browser to read a row into a table: the fastest of a few. Null if
 * `@duckdb/duckdb-wasm` is not installed, here or in a folder that `NODE_PATH` names.
 */
export async function duckDb(page: Page): Promise<number | null> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-browser.mjs");
  } catch {
    return null;
  }
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "duckdb",
  });
  await page.route(`${SITE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "") return route.fulfill({ contentType: "text/html", body: "<title>DuckDB</title>" });
    const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
    return route.fulfill({ contentType, body: readFileSync(`${dirname(entry)}/${name}`) });
  });
  await page.goto(SITE);
  await page.evaluate(`${bundled.outputFiles[0].text}; globalThis.duckdb = duckdb;`);
  const text = [...ratingsOf(ROWS, 50_000)].join("");
  const milliseconds = await page.evaluate(
    async ({ text, times }) => {
      const { duckdb } = globalThis as unknown as { duckdb: DuckDb };
      const database = new duckdb.AsyncDuckDB(
        new duckdb.VoidLogger(),
        new Worker("duckdb-browser-eh.worker.js"),
      );
      await database.instantiate(new URL("duckdb-eh.wasm", location.href).href);
      await database.registerFileText("ratings.csv", text);
      const connection = await database.connect();
      let fastest = Number.POSITIVE_INFINITY;
      for (let time = 0; time < times; time++) {
        const began = performance.now();
        await connection.query("CREATE OR REPLACE TABLE ratings AS FROM read_csv('ratings.csv')");
        fastest = Math.min(fastest, performance.now() - began);
      }
      await database.terminate();
      return fastest;
    },
    { text, times: TIMES },
  );
  return (milliseconds * 1e6) / ROWS;
}
