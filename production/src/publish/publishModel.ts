import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Manifest, PublishedFile } from "../../../src/model/published/Manifest.ts";
import {
  type QuantisedNeighbours,
  quantise,
  quantiseNeighbours,
} from "../../../src/model/published/quantise.ts";
import { writeWhole } from "../trained/modelFile.ts";
import { scorerOf } from "../trained/scoring.ts";
import { idsByRow, type TrainedModel } from "../trained/TrainedModel.ts";

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
  const rows = scorer.neighbourRows();
  const names = JSON.stringify({ ids: idsByRow(mapping.items), titles });
  mkdirSync(folder, { recursive: true });
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
    ...(rows && { neighbourWidth: rows.width }),
    files: {
      vectors: write("vectors", "int8", new Uint8Array(vectors.buffer)),
      scales: write("scales", "f32", new Uint8Array(scales.buffer)),
      titles: write("titles", "json", new TextEncoder().encode(names)),
      ...(foldInMap && { foldIn: write("foldin", "f32", new Uint8Array(foldInMap.slice().buffer)) }),
      ...(rows && writeNeighbours(quantiseNeighbours(rows, titles.length), write)),
    },
  };
  writeWhole(join(folder, MANIFEST), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  const kept = publishedFiles(manifest).map(({ name }) => name);
  for (const name of before) if (!kept.includes(name)) rmSync(join(folder, name));
  return manifest;
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
