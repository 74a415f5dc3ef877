import { useEffect, useState } from "react";
import type { FoundFilms } from "../api/Film.ts";
import { SearchStore } from "./SearchStore.ts";
import { useStore } from "./stores.tsx";

/** The films found for a text, null while it is empty; answers to earlier texts are dropped. */
export function useFound(text: string): FoundFilms | null {
  const { search } = useStore(SearchStore);
  const [found, setFound] = useState<FoundFilms | null>(null);
  useEffect(() => {
    if (text.trim() === "") {
      setFound(null);
      return;
    }
    let current = true;
    search(text).then(
      (films) => current && setFound(films),
      () => current && setFound(null),
    );
    return () => {
      current = false;
    };
  }, [text, search]);
  return found;
}
