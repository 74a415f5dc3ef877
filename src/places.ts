import { type ComponentType, createElement, lazy } from "react";
import type { Place } from "./core/page/places.ts";
import { ReplaceDialog } from "./features/data/page/opening/ReplaceDialog.tsx";
import { ForYou } from "./features/forYou/page/ForYou.tsx";
import { ImportDialog } from "./features/importRatings/page/ImportDialog.tsx";

/** The first place is wanted first; the others, with their plots, load when somebody goes there. */
export const PLACES: readonly Place[] = [
  { name: "For you", address: "#/", View: ForYou },
  {
    name: "Map",
    address: "#/map",
    View: lazy(async () => {
      const { MapOfTaste } = await import("./features/map/page/MapOfTaste.tsx");
      return { default: MapOfTaste };
    }),
  },
  {
    name: "Training",
    address: "#/training",
    whyRatings: "Here a model learns from ratings.",
    View: lazy(async () => {
      const { Training } = await import("./features/training/page/Training.tsx");
      return { default: Training };
    }),
  },
  {
    name: "New users",
    address: "#/new-users",
    whyRatings: "Here a model meets newcomers among the ratings, and lists are made for everybody in them.",
    View: lazy(async () => {
      const [{ NewUsers }, { SERVING }] = await Promise.all([
        import("./features/newUsers/page/NewUsers.tsx"),
        import("./features/serving/page/ServingStep.tsx"),
      ]);
      return composed(NewUsers, [SERVING]);
    }),
  },
  {
    name: "Quality",
    address: "#/quality",
    whyRatings: "Here recommendations are measured on ratings that the model has not seen.",
    View: lazy(async () => {
      const { Quality } = await import("./features/quality/page/Quality.tsx");
      return { default: Quality };
    }),
  },
  {
    name: "Data",
    address: "#/data",
    View: lazy(async () => {
      const [{ Data }, { Exports }, { ModelCard }, { Saved }] = await Promise.all([
        import("./features/data/page/Data.tsx"),
        import("./features/exports/page/Exports.tsx"),
        import("./features/quality/page/ModelCard.tsx"),
        import("./features/saved/page/Saved.tsx"),
      ]);
      return composed(Data, [composed(Exports, [ModelCard]).default, Saved]);
    }),
  },
  {
    name: "Tonight with somebody",
    address: "#/together",
    isHidden: true,
    View: lazy(async () => {
      const { Together } = await import("./features/forYou/page/together/Together.tsx");
      return { default: Together };
    }),
  },
  {
    name: "Film",
    address: "#/film/",
    isHidden: true,
    View: lazy(async () => {
      const { FilmPage } = await import("./features/film/page/FilmPage.tsx");
      return { default: FilmPage };
    }),
  },
];

/** Dialogs that may open in every place. */
export const DIALOGS: readonly ComponentType[] = [ReplaceDialog, ImportDialog];

/** A place with parts that belong to other features. */
function composed<Part>(
  View: ComponentType<{ parts: readonly Part[] }>,
  parts: readonly Part[],
): { default: ComponentType } {
  return { default: () => createElement(View, { parts }) };
}
