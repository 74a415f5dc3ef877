import { boardGameGeek } from "./boardGameGeek.ts";
import { criticker } from "./criticker.ts";
import { filmAffinity } from "./filmAffinity.ts";
import { goodreads } from "./goodreads.ts";
import type { Importer } from "./Importer.ts";
import { imdb } from "./imdb.ts";
import { letterboxd, letterboxdList } from "./letterboxd.ts";
import { matinee } from "./matinee.ts";
import { movielensOrg } from "./movielensOrg.ts";
import { aniList, myAnimeList, myAnimeListJson } from "./myAnimeList.ts";
import { netflixActivity, netflixHistory, netflixThumbs } from "./netflix.ts";
import { ryot } from "./ryot.ts";
import { simkl, simklJson } from "./simkl.ts";
import { storyGraph } from "./storyGraph.ts";
import { tmdb } from "./tmdb.ts";
import { traktCsv, traktJson } from "./trakt.ts";

/** Every service whose exports are read. In this order each is asked whether a header is its own. */
export const IMPORTERS: readonly Importer[] = [
  matinee,
  letterboxd,
  letterboxdList,
  imdb,
  movielensOrg,
  goodreads,
  storyGraph,
  boardGameGeek,
  traktCsv,
  ryot,
  simklJson,
  traktJson,
  tmdb,
  simkl,
  netflixActivity,
  netflixThumbs,
  netflixHistory,
  criticker,
  myAnimeList,
  myAnimeListJson,
  aniList,
  filmAffinity,
];
