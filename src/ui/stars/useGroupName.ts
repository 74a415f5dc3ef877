import { useEffect, useState } from "react";

const free = new Set<string>();
let made = 0;

/**
 * A name for a group of radio buttons that no other group on the page has. Names are used again: Chromium keeps a record of
 * every one for as long as the document lives, which with names of `useId` came to 3 kB each time a list was shown.
 */
export function useGroupName(): string {
  const [name] = useState(take);
  useEffect(() => {
    free.delete(name);
    return () => void free.add(name);
  }, [name]);
  return name;
}

function take(): string {
  const [name = `stars-${++made}`] = free;
  free.delete(name);
  return name;
}
