import type { Nouns } from "../Catalogue.ts";
import type { FilmIds } from "../cells/filmIds.ts";
import { decodeTitle, parseTitle } from "../cells/title.ts";
import { TagEntries } from "../ItemTags.ts";
import { FILMS } from "../nouns.ts";
import type { Description } from "./ItemDescriptions.ts";

/**
 * What is known of the items, with what IMDb and TMDb call them. Where the table of items has ids of its own, as
 * TMDb's metadata beside MovieLens' ratings, IMDb's numbers tell which row is whose.
 */
export function linked(
  itemIds: readonly string[],
  described: ReadonlyMap<string, Description>,
  links: ReadonlyMap<string, FilmIds> | undefined,
): ReadonlyMap<string, Description> {
  if (!links) return described;
  const byImdb = new Map<string, Description>();
  for (const one of described.values()) if (one.imdbId !== undefined) byImdb.set(one.imdbId, one);
  const all = new Map<string, Description>();
  for (const id of itemIds) {
    const ids = links.get(id);
    const one = byImdb.size > 0 ? byImdb.get(ids?.imdbId ?? "") : described.get(id);
    if (one) all.set(id, { ...one, ...ids });
  }
  return all;
}

/** What the table of items says. */
export function tagsOf(
  file: string,
  itemIds: readonly string[],
  described: readonly Description[],
): TagEntries {
  const entries = new TagEntries(file);
  for (const [row, { tags }] of described.entries())
    for (const tag of tags) entries.add(itemIds[row], tag, 1);
  return entries;
}

/** Some tables call films by their titles. */
export function untitled(id: string, nouns: Nouns): Description {
  if (nouns.one === FILMS.one && / [([]\d{4}[)\]]$/.test(id))
    return { ...parseTitle(id), genres: [], tags: [] };
  return { title: decodeTitle(id), alternativeTitles: [], year: null, genres: [], tags: [] };
}

/** Whether ids are words rather than numbers and codes. */
export function areTitles(ids: readonly string[]): boolean {
  return ids.filter((id) => /\p{L}\p{L}\P{L}+\p{L}/u.test(id)).length > ids.length / 2;
}
