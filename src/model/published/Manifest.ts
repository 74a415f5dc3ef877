import { ModelFileError } from "../../errors.ts";
import { foldInMapShape } from "../foldIn/LearntFoldIn.ts";
import { checkHyperparameters, type Hyperparameters } from "../hyperparameters.ts";

/** A file of a published model: its name contains its hash, so it may be cached for ever. */
export interface PublishedFile {
  name: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** `manifest.json` of a published folder: the only file whose content changes while its name does not. */
export interface Manifest {
  format: "matinee-published";
  formatVersion: 1;
  /** The version of the published model. */
  version: string;
  items: number;
  hyperparameters: Hyperparameters;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  /** Length of the neighbour score's vectors. Missing if there is no `files.neighbours`. */
  neighbourWidth?: number | undefined;
  /** The `growth` of `NeighbourRows`. Older folders have none. */
  neighbourGrowth?: number | undefined;
  files: {
    /** int8, items × noComponents. */
    vectors: PublishedFile;
    /** float32, little-endian, two for each item: scale and bias. */
    scales: PublishedFile;
    /** JSON: what is known about the items, by row; see `PublishedItems`. */
    titles: PublishedFile;
    /** float32, little-endian: the map that folds people in. Folders of older versions have none. */
    foldIn?: PublishedFile | undefined;
    /**
     * int8, neighbourWidth numbers for each item that has a scale above 0 in `neighbourScales`. Older folders have
     * none.
     */
    neighbours?: PublishedFile | undefined;
    /** float32, little-endian, one for each item. */
    neighbourScales?: PublishedFile | undefined;
  };
}

/** What is known of the items, each list by row. Folders of older versions have neither labels nor ratings. */
export interface PublishedItems {
  ids: string[];
  titles: string[];
  /** Such as genres. */
  labels?: string[][];
  /** How many ratings each item has. */
  ratings?: number[];
}

/** @throws ModelFileError if this is not a manifest that can be opened here. */
export function checkManifest(value: unknown): Manifest {
  const manifest = value as Partial<Manifest> | null;
  if (manifest?.format !== "matinee-published")
    throw new ModelFileError("This is not a folder that Matinee published.");
  if (manifest.formatVersion !== 1) {
    throw new ModelFileError(
      `This folder has format ${manifest.formatVersion}, but this version of Matinee opens format 1. Update Matinee.`,
    );
  }
  const { files, items = -1, hyperparameters = {}, neighbourWidth = 0, neighbourGrowth = 1 } = manifest;
  const hasNeighbours = files?.neighbours !== undefined;
  const { noComponents } = checkHyperparameters(hyperparameters);
  const [mapRows, mapColumns] = foldInMapShape(noComponents);
  const sizes = [
    files?.vectors?.bytes === items * noComponents,
    files?.scales?.bytes === items * 8,
    files?.titles,
    !files?.foldIn || files.foldIn.bytes === 4 * mapRows * mapColumns,
    hasNeighbours
      ? Number.isSafeInteger(neighbourWidth) &&
        neighbourWidth > 0 &&
        Number.isFinite(neighbourGrowth) &&
        neighbourGrowth >= 1 &&
        (files?.neighbours?.bytes ?? -1) % neighbourWidth === 0 &&
        files?.neighbourScales?.bytes === items * 4
      : !files?.neighbourScales,
  ];
  if (!sizes.every(Boolean))
    throw new ModelFileError("The manifest contradicts itself: publish the model again.");
  return manifest as Manifest;
}
