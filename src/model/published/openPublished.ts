import { checkOptions, optionalFunction, show } from "../../arguments.ts";
import { ArgumentError, ModelFileError } from "../../errors.ts";
import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { LightFM, type Representations } from "../LightFM.ts";
import { FeatureTable } from "../memory/FeatureTable.ts";
import type { NeighbourRows } from "../neighbours/NeighbourVectors.ts";
import { Scorer } from "../scorer/Scorer.ts";
import { checkManifest, type Manifest, type PublishedFile, type PublishedItems } from "./Manifest.ts";
import { dequantise, dequantiseNeighbours } from "./quantise.ts";

/**
 * A model from a static folder, which folds anybody in, recommends to them and finds similar items, all on their own
 * device.
 */
export interface PublishedModel {
  /** It has no users: pass `recommend` what `foldIn` returns. */
  model: LightFM;
  /** Recommends to anybody from their likes, as the service does. */
  scorer: Scorer;
  /** By item row. */
  ids: readonly string[];
  titles: readonly string[];
  /** By item row: what is known about it, such as genres. */
  labels: readonly (readonly string[])[];
  /** By item row: how many ratings it has; all 0 in folders of older versions. */
  ratings: Int32Array;
  manifest: Manifest;
}

/**
 * Opens a folder that `matinee publish` wrote, wherever it is served from.
 * @param url the address of the folder, with or without a slash at its end
 * @param options `fetch`, to use instead of the platform's own
 * @throws ArgumentError if the address is invalid, ModelFileError if a file is missing, cut short or not the one that
 * was published.
 */
export async function openPublished(
  url: string | URL,
  options: { fetch?: (url: URL) => Promise<Response> } = {},
): Promise<PublishedModel> {
  checkOptions(options, ["fetch"]);
  optionalFunction("fetch", options.fetch);
  const { fetch = globalThis.fetch } = options;
  const folder = folderAt(url);
  const load = async (name: string) => {
    const fetched = async () => fetch(new URL(name, folder));
    const response = await fetched().catch((error: Error) => {
      throw new ModelFileError(
        `${name} could not be fetched (${error.message}). Check the address and the connection.`,
      );
    });
    if (!response?.ok)
      throw new ModelFileError(`${name} could not be fetched: the host answered ${response?.status}.`);
    return response.arrayBuffer();
  };
  const manifest = checkManifest(parse("manifest.json", await load("manifest.json")));
  const { vectors, scales, titles, foldIn, neighbours, neighbourScales } = manifest.files;
  const checked = async (file: PublishedFile) => check(file, await load(file.name));
  const [vectorBytes, scaleBytes, titleBytes, mapBytes, neighbourBytes, neighbourScaleBytes] =
    await Promise.all([
      checked(vectors),
      checked(scales),
      checked(titles),
      foldIn && checked(foldIn),
      neighbours && checked(neighbours),
      neighbourScales && checked(neighbourScales),
    ]);
  const names = parse(titles.name, titleBytes) as PublishedItems;
  const model = modelOf(
    manifest,
    dequantise({ vectors: new Int8Array(vectorBytes), scales: new Float32Array(scaleBytes) }),
  );
  const neighbourRows =
    neighbourBytes && neighbourScaleBytes
      ? neighboursOf(manifest, new Int8Array(neighbourBytes), new Float32Array(neighbourScaleBytes))
      : null;
  return {
    model,
    scorer: await Scorer.create(model, null, {
      foldInMap: mapBytes && new Float32Array(mapBytes),
      neighbourRows,
    }),
    ids: names.ids,
    titles: names.titles,
    labels: names.labels ?? names.ids.map(() => []),
    ratings: Int32Array.from(names.ratings ?? { length: names.ids.length }),
    manifest,
  };
}

/** @throws ArgumentError if this is not a complete address */
function folderAt(url: string | URL): URL {
  try {
    return new URL(String(url).replace(/\/*$/, "/"));
  } catch {
    throw new ArgumentError(
      `url must be a whole address, such as https://example.org/model/, not ${show(url)}.`,
    );
  }
}

/** Browsers hash on secure pages only; elsewhere the size has to do. */
async function check({ name, bytes, sha256 }: PublishedFile, content: ArrayBuffer): Promise<ArrayBuffer> {
  const digest = await globalThis.crypto.subtle?.digest("SHA-256", content);
  const hash =
    digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (content.byteLength === bytes && (hash === undefined || hash === sha256)) return content;
  throw new ModelFileError(`${name} is not the file that was published. Upload the folder again, whole.`);
}

function parse(name: string, content: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    throw new ModelFileError(`${name} is not JSON. Is this the folder that was published?`);
  }
}

function neighboursOf(
  { neighbourWidth = 0, neighbourGrowth }: Manifest,
  vectors: Int8Array,
  scales: Float32Array,
): NeighbourRows {
  const rows = dequantiseNeighbours({ vectors, scales }, neighbourWidth);
  if (!rows) throw new ModelFileError("The manifest contradicts its files: publish the model again.");
  return { ...rows, growth: neighbourGrowth };
}

/** Every item's vector is a feature of its own: genres and the like are in it already. */
function modelOf({ hyperparameters, items }: Manifest, { embeddings, biases }: Representations): LightFM {
  const { noComponents, learningSchedule, seed } = hyperparameters;
  const random = new SeededRandom(seed);
  const table = FeatureTable.begin("item", noComponents, learningSchedule).grown(items, random);
  for (let row = 0; row < items; row++) {
    const own = embeddings.subarray(row * noComponents, (row + 1) * noComponents);
    table.values.set(own, row * table.rowLength);
    table.values[row * table.rowLength + table.biasColumn] = biases[row];
  }
  return LightFM.fromState({
    hyperparameters,
    epochs: 0,
    tables: { items: table, users: FeatureTable.begin("user", noComponents, learningSchedule) },
    features: { itemFeatures: FeatureMatrix.identity(items), userFeatures: FeatureMatrix.identity(0) },
    random,
  });
}
