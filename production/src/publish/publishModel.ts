import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isPeriod } from "../../../src/dataset/periods.ts";
import type { Manifest, PublishedFile, PublishedItems } from "../../../src/model/published/Manifest.ts";
import {
  type QuantisedNeighbours,
  quantise,
  quantiseNeighbours,
} from "../../../src/model/published/quantise.ts";
import { makeFolder } from "../makeFolder.ts";
import { ratingsPerItem } from "../trained/RatedItems.ts";
import { scorerOf } from "../trained/scoring.ts";
import { idsByRow, type TrainedModel } from "../trained/TrainedModel.ts";
import { writeWhole } from "../writeWhole.ts";

const MANIFEST = "manifest.json";

/**
 * Writes a folder that any static host serves. The manifest comes last: until then a folder that was there
 * serves what it served, and after that its old files go.
 * @param options `neighbours`, false for a folder without the neighbour score
 */
export async function publishModel(
  trained: TrainedModel,
  version: string,
  folder: string,
  { neighbours = true }: { neighbours?: boolean } = {},
): Promise<Manifest> {
  const { model, mapping, titles, likedFrom } = trained;
  const scorer = await scorerOf(trained, { neighbours });
  const { foldInMap } = scorer;
  const { vectors, scales } = quantise(scorer.itemRepresentations());
  const rows = await scorer.neighbourRows();
  const items: PublishedItems = {
    ids: idsByRow(mapping.items),
    titles: [...titles],
    labels: labelsOf(trained),
    ratings: [...ratingsPerItem(titles.length, trained.rated)],
  };
  makeFolder(folder);
  const before = readdirSync(folder).filter((name) =>
    /^(vectors|scales|titles|foldin|neighbours|neighbourscales)\.[0-9a-f]{12}\./.test(name),
  );
  const write = (name: string, ending: string, bytes: Uint8Array): PublishedFile => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { name: `${name}.${sha256.slice(0, 12)}.${ending}`, bytes: bytes.length, sha256 };
    writeWhole(join(folder, file.name), bytes);
    return file;
  };
  const manifest: Manifest = {
    format: "matinee-published",
    formatVersion: 1,
    version,
    items: titles.length,
    hyperparameters: model.hyperparameters,
    likedFrom,
    ...(rows && { neighbourWidth: rows.width, neighbourGrowth: rows.growth }),
    files: {
      vectors: write("vectors", "int8", new Uint8Array(vectors.buffer)),
      scales: write("scales", "f32", new Uint8Array(scales.buffer)),
      titles: write("titles", "json", new TextEncoder().encode(JSON.stringify(items))),
      ...(foldInMap && { foldIn: write("foldin", "f32", new Uint8Array(foldInMap.slice().buffer)) }),
      ...(rows && writeNeighbours(quantiseNeighbours(rows, titles.length), write)),
    },
  };
  writeWhole(join(folder, MANIFEST), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  const kept = publishedFiles(manifest).map(({ name }) => name);
  for (const name of before) if (!kept.includes(name)) rmSync(join(folder, name));
  return manifest;
}

/** What is known of each item beside its year, which stands in its title. */
function labelsOf({ model, mapping, titles }: TrainedModel): string[][] {
  const labels: string[][] = titles.map(() => []);
  const names = new Map([...mapping.itemFeatures].map(([name, column]) => [column, name]));
  const matrix = model.state.features?.itemFeatures;
  if (!matrix) return labels;
  for (let row = 0; row < matrix.rows; row++) {
    for (let i = matrix.indptr[row]; i < matrix.indptr[row + 1]; i++) {
      const name = names.get(matrix.indices[i]);
      if (name !== undefined && !isPeriod(name)) labels[row].push(name);
    }
  }
  return labels;
}

function writeNeighbours(
  { vectors, scales }: QuantisedNeighbours,
  write: (name: string, ending: string, bytes: Uint8Array) => PublishedFile,
): Pick<Manifest["files"], "neighbours" | "neighbourScales"> {
  return {
    neighbours: write("neighbours", "int8", new Uint8Array(vectors.buffer)),
    neighbourScales: write("neighbourscales", "f32", new Uint8Array(scales.buffer)),
  };
}

export function publishedFiles({ files }: Manifest): PublishedFile[] {
  return Object.values(files).flatMap((file) => file ?? []);
}
