import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { AlertStore } from "./AlertStore.ts";
import type { Context } from "./Context.ts";
import { JobStore } from "./JobStore.ts";
import { NewsStore } from "./NewsStore.ts";
import type { Store } from "./Store.ts";
import { WorkspaceStore } from "./WorkspaceStore.ts";

// biome-ignore lint/suspicious/noExplicitAny: a store of any state
type AnyStore = Store<any>;
type StoreClass<Kind extends AnyStore> = new (...parameters: never[]) => Kind;
type StateOf<Kind extends AnyStore> = ReturnType<Kind["get"]>;

export type FeatureStore = new (context: Context) => AnyStore;

/** The stores of this page, each found by its class. */
export class Stores {
  readonly #byClass = new Map<StoreClass<AnyStore>, AnyStore>();

  constructor(context: Context, features: readonly FeatureStore[]) {
    this.#byClass.set(AlertStore, context.alerts);
    this.#byClass.set(JobStore, context.jobs);
    this.#byClass.set(NewsStore, context.news);
    this.#byClass.set(WorkspaceStore, context.workspace);
    for (const Feature of features) this.#byClass.set(Feature, new Feature(context));
  }

  get<Kind extends AnyStore>(kind: StoreClass<Kind>): Kind {
    const store = this.#byClass.get(kind);
    if (store === undefined) throw new Error(`${kind.name} is not in the list of stores.`);
    return store as Kind;
  }
}

const StoresOfPage = createContext<Stores | null>(null);

export function StoresProvider({ stores, children }: { stores: Stores; children: ReactNode }) {
  return <StoresOfPage value={stores}>{children}</StoresOfPage>;
}

/** A store, for its methods: the same object for the whole visit. */
export function useStore<Kind extends AnyStore>(kind: StoreClass<Kind>): Kind {
  const stores = use(StoresOfPage);
  if (stores === null) throw new Error("A view stands outside the StoresProvider.");
  return stores.get(kind);
}

/** A part of a store's state: the view redraws only when that part changes. The selector must not build new objects. */
export function useSelected<Kind extends AnyStore, Part>(
  kind: StoreClass<Kind>,
  select: (state: StateOf<Kind>) => Part,
): Part {
  const store = useStore(kind);
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
