import { OpeningStore } from "./core/page/opening/OpeningStore.ts";
import { RatingsStore } from "./core/page/ratings/RatingsStore.ts";
import { SearchStore } from "./core/page/SearchStore.ts";
import type { FeatureStore } from "./core/page/stores.tsx";
import { DataStore } from "./features/data/page/DataStore.ts";
import { ExportStore } from "./features/exports/page/ExportStore.ts";
import { FilmStore } from "./features/film/page/FilmStore.ts";
import { ForYouStore } from "./features/forYou/page/ForYouStore.ts";
import { StartStore } from "./features/forYou/page/start/StartStore.ts";
import { TogetherStore } from "./features/forYou/page/together/TogetherStore.ts";
import { ImportStore } from "./features/importRatings/page/ImportStore.ts";
import { MapStore } from "./features/map/page/MapStore.ts";
import { NewUsersStore } from "./features/newUsers/page/NewUsersStore.ts";
import { QualityStore } from "./features/quality/page/QualityStore.ts";
import { SavedStore } from "./features/saved/page/SavedStore.ts";
import { ServingStore } from "./features/serving/page/ServingStore.ts";
import { TrainingStore } from "./features/training/page/TrainingStore.ts";

/** Each is made once for the page, in this order. */
export const STORES: readonly FeatureStore[] = [
  OpeningStore,
  RatingsStore,
  SearchStore,
  DataStore,
  ForYouStore,
  StartStore,
  TogetherStore,
  FilmStore,
  MapStore,
  TrainingStore,
  NewUsersStore,
  QualityStore,
  ServingStore,
  ImportStore,
  ExportStore,
  SavedStore,
];
