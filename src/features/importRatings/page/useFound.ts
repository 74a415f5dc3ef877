import { useEffect, useState } from "react";
import type { Film } from "../../../core/api.ts";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";

/** The films found for a text, null while there is none; an answer to an older text is dropped. */
export function useFound(text: string): Film[] | null {
  const { search } = useActions();
  const [found, setFound] = useState<Film[] | null>(null);
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
