import { useCallback, useSyncExternalStore } from "react";
import { mediaQuery } from "../../ui/mediaQuery.ts";

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = mediaQuery(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => mediaQuery(query).matches);
}
