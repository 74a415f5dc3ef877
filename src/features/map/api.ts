import type { Progress } from "../../core/api/work.ts";

/** Every item of the data as the map needs it, in the order of the data. */
export interface MapItems {
  ids: string[];
  titles: string[];
  /** 0 if unknown. */
  years: Int16Array;
  /** Place of its most telling genre in `genreNames`; 255 for none of them. */
  genres: Uint8Array;
  /** The commonest first. */
  genreNames: string[];
  /** How many ratings it has. */
  ratings: Int32Array;
}

/** A part of the map, named after what sets it apart. */
export interface Region {
  /** "Animation", "Horror, 1980s", "Around Heat". */
  name: string;
  /** The best known of those that its name fits, by place in `MapItems`. */
  best: number[];
  items: number;
  x: number;
  y: number;
  /** 0 for the few that show when all of the map is in view; higher ones come as one zooms. */
  level: number;
}

/** Where every item is: x and y in turn, nearly all of them from -1 to 1. */
export interface MapLayout {
  positions: Float32Array;
  regions: Region[];
  /** False while it is still being arranged. */
  isFinal: boolean;
}

export interface MapProgress extends Progress {
  positions: Float32Array;
}

/** Where the person is on the map, and what they would like. */
export interface OwnPlace {
  /** For every item, the share of all others that it is ahead of on their list, from 0 to 1. */
  liking: Float32Array;
  /** The item among the first of their list that is in the middle of the others. */
  centre: number;
}
