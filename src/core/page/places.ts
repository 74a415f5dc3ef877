import { type ComponentType, useSyncExternalStore } from "react";

/** A place a person can be in; its address can be shared. */
export interface Place {
  name: string;
  /** One that ends in a slash stands for all that begin with it, such as "#/film/" for "#/film/1". */
  address: string;
  View: ComponentType;
  /** What it does with ratings, in a sentence: it is empty where a published model is open, which has none. */
  whyRatings?: string;
  /** Left out of the header: other places lead there. */
  isHidden?: boolean;
}

/** The place that the address names, whatever it says behind a question mark; an unknown address leads to the first. */
export function usePlace(places: readonly Place[]): Place {
  const address = useSyncExternalStore(watchAddress, () => window.location.hash);
  const [path] = address.split("?");
  const isNamed = (place: Place) =>
    place.address === path ||
    (place.isHidden && path.startsWith(place.address) && place.address.endsWith("/"));
  return places.find(isNamed) ?? places[0];
}

export function goTo(address: string): void {
  window.location.hash = address;
}

function watchAddress(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
