import { files, version, whenAsked } from "./build.ts";
import { scope, worker } from "./scope.ts";

/** The origin's other sites have caches too, other copies of this one among them. */
const PREFIX = `matinee ${scope} `;
const PRESENT = PREFIX + version;

/** The build names these by their content: whatever version holds one, it is the right one. */
const NAMED_BY_CONTENT = `${scope}assets/`;

const KEPT_WHEN_ASKED = new Map(whenAsked.map(([path, integrity]) => [new URL(path, scope).href, integrity]));

/** Keeps every file of this version, or none: a file that is missing or of another version rejects. */
export async function keepThisVersion(): Promise<void> {
  try {
    const cache = await caches.open(PRESENT);
    await Promise.all(files.map(([path, integrity]) => keep(cache, new URL(path, scope).href, integrity)));
  } catch (error) {
    await caches.delete(PRESENT);
    throw error;
  }
}

/** Keeps a file of this version that is wanted for the first time; undefined for all that are kept anyway. */
export async function keepWhenAsked(url: string): Promise<Response | undefined> {
  const integrity = KEPT_WHEN_ASKED.get(url);
  if (integrity === undefined) return undefined;
  try {
    await keep(await caches.open(PRESENT), url, integrity);
  } catch {
    // Without room to keep it, or a connection, it is fetched like any other file.
    return undefined;
  }
  return find(url, PRESENT);
}

async function keep(cache: Cache, url: string, integrity: string): Promise<void> {
  // The browser may still hold an older file under a name that stays the same.
  const cacheMode = url.startsWith(NAMED_BY_CONTENT) ? "default" : "no-cache";
  const response = await fetch(url, { integrity, cache: cacheMode, mode: "same-origin" });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await cache.put(url, response);
}

/** Tabs that were opened with an older version go on with its files; when there are none, the files go. */
export async function forgetOlderVersions(): Promise<void> {
  const tabs = await worker.clients.matchAll({ type: "window" });
  if (tabs.length > 1) return;
  const older = (await keptVersions()).filter((name) => name !== PRESENT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** A file as this version has it. */
export async function fileOfThisVersion(url: string): Promise<Response | undefined> {
  return find(url, PRESENT);
}

/** A file as it belongs to the one who asks, if it is kept. */
export async function fileFor(clientId: string, url: string): Promise<Response | undefined> {
  if (url.startsWith(NAMED_BY_CONTENT)) return findInAny(url, await keptVersions());
  const asking = await worker.clients.get(clientId);
  if (!asking || asking.type === "window") return find(url, PRESENT);
  // Scripts are named by their content, so a worker's own address tells which version it is of.
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

/** The present one first. */
async function keptVersions(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return names.sort((a, b) => Number(b === PRESENT) - Number(a === PRESENT));
}
