import { useSyncExternalStore } from "react";

/** A place a person can be in; its address can be shared. */
export interface Place {
  view: "forYou" | "training" | "newUsers" | "data";
  name: string;
  address: string;
}

export const PLACES: readonly Place[] = [
  { view: "forYou", name: "For you", address: "#/" },
  { view: "training", name: "Training", address: "#/training" },
  { view: "newUsers", name: "New users", address: "#/new-users" },
  { view: "data", name: "Data", address: "#/data" },
];

/** The place that the address names; an unknown address leads to the first. */
export function usePlace(): Place {
  return useSyncExternalStore(watchAddress, placeNow);
}

function watchAddress(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

function placeNow(): Place {
  return PLACES.find(({ address }) => address === window.location.hash) ?? PLACES[0];
}
