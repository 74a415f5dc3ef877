import type { PopularityBiasFindings } from "../../challenges/popularityBias.ts";
import {
  coarseDifference,
  coarseInterval,
  count,
  difference,
  interval,
  position,
  relativeDifference,
  share,
  shareInterval,
} from "../format.ts";
import { HEADS } from "../heads.ts";
import type { Section } from "../Section.ts";
import { popularityBiasSentence } from "../sentences.ts";

export function popularityBiasSection(found: PopularityBiasFindings): Section {
  const { deciles, groups, controlValue } = found;
  const control = `Popularity ${position(controlValue)}`;
  const line = (name: string, of: "likes" | "model" | "control" | "popularity") => ({
    name,
    isMain: of === "model",
    points: deciles.map((decile, i) => ({ x: i + 1, y: decile[of] })),
  });
  return {
    ...HEADS.popularityBias,
    about:
      "Exposure by tenths of the catalogue, from the most liked down, and users by how popular what they like is (Abdollahpouri et al. 2019).",
    sentence: popularityBiasSentence(found),
    plots: [
      {
        title: "Likes and exposure",
        x: "tenth of the catalogue, from the most liked down",
        y: "share of likes, and of places on lists",
        lines: [line("likes", "likes"), line("model", "model"), line(control.toLowerCase(), "control")],
        isSideBySide: true,
      },
    ],
    dotPlots: [
      {
        title: "How much more popular lists are than profiles",
        x: "share of the profile’s popularity (ΔGAP)",
        isDifference: true,
        isShare: true,
        rows: groups.map(({ name, lift }) => ({ name, interval: lift })),
      },
      {
        title: "Who is served: precision by taste",
        x: "precision at 10, with its 95% interval",
        rows: groups.map(({ name, precision }) => ({ name, interval: precision })),
      },
      {
        title: `What ${control.toLowerCase()} changes`,
        x: "change in precision at 10",
        isDifference: true,
        rows: groups.map(({ name, controlOfPrecision }) => ({ name, interval: controlOfPrecision })),
      },
    ],
    tables: [
      {
        caption: "Likes and places on lists, by tenths of the catalogue",
        headings: ["Items", "How many", "Of likes", "Of lists: model", control, "Popularity alone"],
        rows: deciles.map(({ items, likes, model, control, popularity }, i) => [
          i === 0 ? "most liked" : String(i + 1),
          count(items),
          share(likes),
          ...[model, control, popularity].map(shareInterval),
        ]),
      },
      {
        caption: "By taste",
        headings: [
          "Taste",
          "Users",
          "Precision at 10",
          "Likes of an item of the profile",
          "Of the list",
          "List against profile (ΔGAP)",
          "Miscalibration",
          `${control}: change in likes of the list`,
          `${control}: change in precision`,
        ],
        rows: groups.map((group) => [
          group.name,
          count(group.users),
          interval(group.precision),
          coarseInterval(group.profilePopularity),
          coarseInterval(group.listPopularity),
          relativeDifference(group.lift),
          group.miscalibration ? interval(group.miscalibration) : "–",
          coarseDifference(group.controlOfListPopularity),
          difference(group.controlOfPrecision),
        ]),
      },
    ],
  };
}
