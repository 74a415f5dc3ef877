import type { Importer } from "./Importer.ts";

const REMEDY = "Open the export of your anime list.";
const UNRATED = (rating: string) => Number(rating) === 0;

export const myAnimeList: Importer = {
  name: "MyAnimeList",
  files: "`animelist.xml` of Export, on data sets of anime",
  of: "anime",
  format: "XML",
  signature: ["seriestitle", "myscore"],
  title: ["seriestitle"],
  rating: ["myscore"],
  date: ["myfinishdate"],
  pointsPerStar: 2,
  isUnrated: UNRATED,
  remedy: REMEDY,
};

/** As its interface answers, and its pages load it. */
export const myAnimeListJson: Importer = {
  name: "MyAnimeList",
  files: "the JSON of its interface and of its pages, on data sets of anime",
  of: "anime",
  format: "JSON",
  signature: ["nodetitle|animetitle", "liststatusscore|score"],
  title: ["nodetitle", "animetitle"],
  otherTitle: ["animetitleeng"],
  rating: ["liststatusscore", "score"],
  date: ["liststatusfinishdate", "liststatusupdatedat"],
  pointsPerStar: 2,
  isUnrated: UNRATED,
  remedy: REMEDY,
};

export const aniList: Importer = {
  name: "AniList",
  files: "the JSON of its interface and exporters, out of 100, 10 or 5, on data sets of anime",
  of: "anime",
  format: "JSON",
  signature: ["mediatitleromaji|mediatitleuserpreferred|mediatitleenglish", "score"],
  title: ["mediatitleenglish", "mediatitleromaji", "mediatitleuserpreferred"],
  otherTitle: ["mediatitleromaji"],
  year: ["mediaseasonyear", "mediastartdateyear"],
  rating: ["score"],
  isOfAnyScale: true,
  isUnrated: UNRATED,
  kindOf: (field) => (/manga|novel/i.test(field(["mediatype"]) || field(["mediaformat"])) ? "other" : "film"),
  remedy: REMEDY,
};
