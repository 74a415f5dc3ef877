import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import type { SessionActions, SessionState } from "./Session.ts";
import type { SessionStore } from "./SessionStore.ts";

const Session = createContext<SessionStore | null>(null);

/** Gives every screen below it the one session of this page. */
export function SessionProvider({ session, children }: { session: SessionStore; children: ReactNode }) {
  return <Session value={session}>{children}</Session>;
}

function useSessionStore(): SessionStore {
  const session = use(Session);
  if (session === null) throw new Error("A screen stands outside the SessionProvider.");
  return session;
}

/** What the session knows now; the screen is drawn again with every change. */
export function useSession(): SessionState {
  const { state } = useSessionStore();
  return useSyncExternalStore(state.subscribe, state.get);
}

/** What a screen may do; the same object for the whole visit. */
export function useActions(): SessionActions {
  return useSessionStore().actions;
}

/** What `undo` would take back, in words; null where there is nothing. */
export function useUndoable(): string | null {
  const { state } = useSessionStore();
  return useSyncExternalStore(state.subscribe, () => state.get().undoable);
}
