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
    View: later(async () => (await import("./features/map/page/MapOfTaste.tsx")).MapOfTaste),
  },
  {
    name: "Training",
    address: "#/training",
    whyRatings: "This is where a model learns from ratings.",
    View: later(async () => (await import("./features/training/page/Training.tsx")).Training),
  },
  {
    name: "New users",
    address: "#/new-users",
    whyRatings: "This page adds newcomers to a trained model, and makes lists for everyone in the ratings.",
    View: later(async () => {
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
    whyRatings: "This page tests recommendations on ratings the model has not seen.",
    View: later(async () => (await import("./features/quality/page/Quality.tsx")).Quality),
  },
  {
    name: "Data",
    address: "#/data",
    View: later(async () => {
      const [{ Data }, { Exports }, { ModelCard }, { Saved }] = await Promise.all([
        import("./features/data/page/Data.tsx"),
        import("./features/exports/page/Exports.tsx"),
        import("./features/quality/page/ModelCard.tsx"),
        import("./features/saved/page/Saved.tsx"),
      ]);
      return composed(Data, [composed(Exports, [ModelCard]), Saved]);
    }),
  },
  {
    name: "Tonight with somebody",
    address: "#/together",
    isHidden: true,
    View: later(async () => (await import("./features/forYou/page/together/Together.tsx")).Together),
  },
  {
    name: "Film",
    address: "#/film/",
    isHidden: true,
    View: later(async () => (await import("./features/film/page/FilmPage.tsx")).FilmPage),
  },
];

/** Dialogs that may open in every place. */
export const DIALOGS: readonly ComponentType[] = [ReplaceDialog, ImportDialog];

/** A view that is loaded when it is first shown. */
function later(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/** A place with parts that belong to other features. */
function composed<Part>(
  View: ComponentType<{ parts: readonly Part[] }>,
  parts: readonly Part[],
): ComponentType {
  return () => createElement(View, { parts });
}
