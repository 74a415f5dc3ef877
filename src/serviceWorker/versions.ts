import { files, version, whenAsked } from "./build.ts";
import { scope, worker } from "./scope.ts";

/** Other sites on this origin, including other copies of this one, have caches too. */
const PREFIX = `matinee ${scope} `;
const PRESENT = PREFIX + version;

/** The build names these by their content, so any version's copy will do. */
const NAMED_BY_CONTENT = `${scope}assets/`;

const KEPT_WHEN_ASKED = new Map(whenAsked.map(([path, integrity]) => [new URL(path, scope).href, integrity]));

/** Caches every file of this version or none. Rejects if one is missing or from another version. */
export async function keepThisVersion(): Promise<void> {
  try {
    const cache = await caches.open(PRESENT);
    await Promise.all(files.map(([path, integrity]) => keep(cache, new URL(path, scope).href, integrity)));
  } catch (error) {
    await caches.delete(PRESENT);
    throw error;
  }
}

/** Caches a file that is only cached on first use; undefined for all others. */
export async function keepWhenAsked(url: string): Promise<Response | undefined> {
  const integrity = KEPT_WHEN_ASKED.get(url);
  if (integrity === undefined) return undefined;
  try {
    await keep(await caches.open(PRESENT), url, integrity);
  } catch {
    // Without space or a connection, it is fetched like any other file.
    return undefined;
  }
  return find(url, PRESENT);
}

async function keep(cache: Cache, url: string, integrity: string): Promise<void> {
  // The browser may hold an older file under the same name.
  const cacheMode = url.startsWith(NAMED_BY_CONTENT) ? "default" : "no-cache";
  const response = await fetch(url, { integrity, cache: cacheMode, mode: "same-origin" });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await cache.put(url, response);
}

/** Tabs opened with an older version keep its files; once they are closed, the files go. */
export async function forgetOlderVersions(): Promise<void> {
  const tabs = await worker.clients.matchAll({ type: "window" });
  if (tabs.length > 1) return;
  const older = (await keptVersions()).filter((name) => name !== PRESENT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** A file of this version. */
export async function fileOfThisVersion(url: string): Promise<Response | undefined> {
  return find(url, PRESENT);
}

/** A file of the asking page's version, if it is cached. */
export async function fileFor(clientId: string, url: string): Promise<Response | undefined> {
  if (url.startsWith(NAMED_BY_CONTENT)) return findInAny(url, await keptVersions());
  const asking = await worker.clients.get(clientId);
  if (!asking || asking.type === "window") return find(url, PRESENT);
  // Scripts are named by their content, so a worker's address tells its version.
  for (const name of await keptVersions()) if (await find(asking.url, name)) return find(url, name);
  return undefined;
}

async function findInAny(url: string, names: string[]): Promise<Response | undefined> {
  for (const name of names) {
    const found = await find(url, name);
    if (found) return found;
  }
  return undefined;
}

function find(url: string, cacheName: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName, ignoreVary: true });
}

/** The current one first. */
async function keptVersions(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return names.sort((a, b) => Number(b === PRESENT) - Number(a === PRESENT));
}
