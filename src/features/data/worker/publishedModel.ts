import { LoadedData } from "../../../core/worker/LoadedData.ts";
import { Recommender } from "../../../core/worker/Recommender.ts";
import { TrainedModel } from "../../../core/worker/TrainedModel.ts";
import type { ReadyModel } from "../../../core/worker/Workspace.ts";
import type { Catalogue, CatalogueItem } from "../../../dataset/Catalogue.ts";
import { parseTitle } from "../../../dataset/cells/title.ts";
import { FILMS, ITEMS } from "../../../dataset/nouns.ts";
import { CancelledError } from "../../../errors.ts";
import { openPublished, type PublishedModel } from "../../../model/published/openPublished.ts";

/** From this share of titles with a year on, the items are films. */
const DATED = 0.5;

/**
 * Opens a published folder: its model, and data without a single rating.
 *
 * @param folder its whole address
 * @throws ModelFileError if a file is missing, cut short or not the one that was published.
 */
export async function openPublishedModel(
  folder: string,
  signal: AbortSignal,
): Promise<{ data: LoadedData; model: ReadyModel }> {
  const published = await openPublished(folder, { fetch: (url) => fetch(url, { signal }) }).catch((error) => {
    if (signal.aborted) throw new CancelledError("Opening the published model was stopped.");
    throw error;
  });
  const { model, scorer, manifest, ratings } = published;
  const summary = {
    version: manifest.version,
    noComponents: model.hyperparameters.noComponents,
    ratings: ratings.reduce((sum, count) => sum + count, 0),
    files: Object.values(manifest.files).flatMap((file) => file ?? []),
  };
  const catalogue = catalogueOf(published, `published at ${new URL(folder).pathname}`);
  const data = await LoadedData.create(catalogue, "published", {
    published: { ratingCounts: ratings, summary },
    signal,
  });
  const trained = TrainedModel.imported(model, data.heldOut);
  return { data, model: { trained, recommender: await Recommender.with(model, scorer) } };
}

function catalogueOf({ ids, titles, labels, manifest }: PublishedModel, name: string): Catalogue {
  const items = ids.map(
    (id, row): CatalogueItem => ({ id, ...parseTitle(titles[row]), genres: labels[row] }),
  );
  const dated = items.filter(({ year }) => year !== null).length;
  return {
    name,
    ratings: {
      userIds: [],
      itemIds: [...ids],
      users: new Int32Array(),
      items: new Int32Array(),
      ratings: new Float32Array(),
      timestamps: null,
    },
    likedFrom: manifest.likedFrom,
    items,
    userFeatures: null,
    nouns: dated >= DATED * items.length ? FILMS : ITEMS,
    hasTitles: titles.some((title, row) => title !== ids[row]),
    skipped: { count: 0, examples: [] },
    repeated: 0,
  };
}
