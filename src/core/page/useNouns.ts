import { useSession } from "./session/SessionProvider.tsx";

const FILMS = { one: "film", many: "films" };

/** What the items of the current data are called; films as long as there is none. */
export function useNouns(): { one: string; many: string } {
  return useSession().dataset?.nouns ?? FILMS;
}
