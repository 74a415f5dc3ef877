const lists = new Map<string, MediaQueryList>();

/** Asks the browser once for each query: Chromium keeps every list that it has given until the page closes. */
export function mediaQuery(query: string): MediaQueryList {
  let list = lists.get(query);
  if (!list) {
    list = matchMedia(query);
    lists.set(query, list);
  }
  return list;
}
