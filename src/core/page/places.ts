import { type ComponentType, useSyncExternalStore } from "react";

/** A place a person can be in; its address can be shared. */
export interface Place {
  name: string;
  /** One that ends in a slash stands for all that begin with it, such as "#/film/" for "#/film/1". */
  address: string;
  View: ComponentType;
  /** What it does with ratings, in a sentence: it is empty if a published model is open, which has none. */
  whyRatings?: string;
  /** Left out of the header: other places lead there. */
  isHidden?: boolean;
}

/** Where an address leads that names no place. */
export const NOWHERE: Place = { name: "No such page", address: "", View: () => null };

/** The place that the address names, whatever it says behind a question mark; the first if there is none. */
export function usePlace(places: readonly Place[]): Place {
  const address = useSyncExternalStore(watchAddress, () => window.location.hash);
  const [path] = address.split("?");
  const isNamed = (place: Place) =>
    place.address === path ||
    (place.isHidden && path.startsWith(place.address) && place.address.endsWith("/"));
  if (path === "" || path === "#") return places[0];
  return places.find(isNamed) ?? NOWHERE;
}

export function goTo(address: string): void {
  window.location.hash = address;
}

function watchAddress(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
