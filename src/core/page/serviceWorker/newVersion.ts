import { Store } from "../Store.ts";

/** How to get a version that is newer than this page; null while none is known. */
export const newVersion = new Store<{ reload: (() => void) | null }>({ reload: null });
