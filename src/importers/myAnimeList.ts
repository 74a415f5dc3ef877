import type { Importer } from "./Importer.ts";

const WATCHED = /completed/i;
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
  remedy: "Open the export of your anime list.",
};

export const aniList: Importer = {
  name: "AniList",
  files: "the JSON of its data export, on data sets of anime",
  of: "anime",
  format: "JSON",
  signature: ["mediatitleromaji|mediatitleuserpreferred|mediatitleenglish", "score"],
  title: ["mediatitleenglish", "mediatitleromaji", "mediatitleuserpreferred"],
  otherTitle: ["mediatitleromaji"],
  year: ["mediaseasonyear", "mediastartdateyear"],
  rating: ["score"],
  isUnrated: UNRATED,
  kindOf: (field) => (field(["status"]) === "" || WATCHED.test(field(["status"])) ? "film" : "other"),
  remedy: "Open the export of your anime list.",
};
