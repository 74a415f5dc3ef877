import { type ComponentType, useSyncExternalStore } from "react";

/** A place a person can be in; its address can be shared. */
export interface Place {
  name: string;
  address: string;
  View: ComponentType;
}

/** The place that the address names; an unknown address leads to the first. */
export function usePlace(places: readonly Place[]): Place {
  const address = useSyncExternalStore(watchAddress, () => window.location.hash);
  return places.find((place) => place.address === address) ?? places[0];
}

export function goTo(address: string): void {
  window.location.hash = address;
}

function watchAddress(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
