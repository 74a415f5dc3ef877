import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkHyperparameters } from "../../../src/model/hyperparameters.ts";
import type { Manifest, PublishedFile } from "../../../src/model/published/Manifest.ts";
import { openPublished } from "../../../src/model/published/openPublished.ts";
import { quantise, quantiseNeighbours } from "../../../src/model/published/quantise.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";

const EMBEDDINGS = Float32Array.of(1, -0.5, 0.25, 1, -1, 0.75);
const BIASES = Float32Array.of(0.1, -0.2, 3);
/** Bytes hold them as they are. */
const NEIGHBOURS = { items: Int32Array.of(0, 2), width: 1, vectors: Float32Array.of(0.5, -2), growth: 2 };
const MAP = Float32Array.from({ length: 6 * 2 }, (_, i) => Math.sin(i));
const NAMES = {
  ids: ["1", "2", "3"],
  titles: ["Heat", "Jaws", "Emma"],
  labels: [["Crime"], [], ["Drama"]],
  ratings: [7, 0, 2],
};

/** The files of a folder, by their names; `change` may alter them and the manifest before it is written. */
function folderOf(
  change: (manifest: Manifest, contents: Map<string, Uint8Array>) => void = () => {},
  names: object = NAMES,
) {
  const contents = new Map<string, Uint8Array>();
  const put = (name: string, content: ArrayBufferView | string): PublishedFile => {
    const bytes =
      typeof content === "string"
        ? new TextEncoder().encode(content)
        : new Uint8Array(content.buffer as ArrayBuffer);
    contents.set(name, bytes);
    return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  const { vectors, scales } = quantise({ embeddings: EMBEDDINGS, biases: BIASES });
  const neighbours = quantiseNeighbours(NEIGHBOURS, 3);
  const manifest: Manifest = {
    format: "matinee-published",
    formatVersion: 1,
    version: "first",
    items: 3,
    hyperparameters: checkHyperparameters({ noComponents: 2 }),
    likedFrom: 4,
    neighbourWidth: 1,
    neighbourGrowth: 2,
    files: {
      vectors: put("vectors", vectors),
      scales: put("scales", scales),
      titles: put("titles", JSON.stringify(names)),
      foldIn: put("foldIn", MAP),
      neighbours: put("neighbours", neighbours.vectors),
      neighbourScales: put("neighbourScales", neighbours.scales),
    },
  };
  change(manifest, contents);
  put("manifest.json", JSON.stringify(manifest));
  return contents;
}

function open(contents: ReadonlyMap<string, Uint8Array>, address = "https://example.org/models/films") {
  return openPublished(address, {
    fetch: async ({ href }) => {
      expect(href).toMatch(/^https:\/\/example\.org\/models\/films\/\w/);
      const bytes = contents.get(href.slice("https://example.org/models/films/".length));
      return new Response((bytes as BodyInit) ?? null, { status: bytes ? 200 : 404 });
    },
  });
}

const without = (...names: (keyof Manifest["files"])[]) =>
  folderOf(({ files }) => {
    for (const name of names) delete files[name];
  });

it("what was published is opened, wherever the address ends", async () => {
  for (const address of ["", "/", "//"].map((end) => `https://example.org/models/films${end}`)) {
    const { model, ids, titles, labels, ratings, manifest } = await open(folderOf(), address);
    expect({ ids, titles, labels, ratings: [...ratings] }).toEqual(NAMES);
    expect(manifest.version).toBe("first");
    const { items, scores } = await model.recommend({ embedding: Float32Array.of(1, 2), bias: 0.5 });
    expect([...items]).toEqual([2, 1, 0]);
    // Products of the vectors as they were, with both biases; a byte is 1/127 of each row's largest number.
    for (const [place, score] of [4, 2.55, 0.6].entries()) expect(scores[place]).toBeCloseTo(score, 1);
  }
});

it("people are recommended to by the map and by the neighbours' rows that are beside the model", async () => {
  const { model, scorer } = await open(folderOf());
  const beside = { foldInMap: MAP, neighbourRows: NEIGHBOURS };
  const likes = { itemIds: [0] };
  const expected = await (await Scorer.create(model, null, beside)).recommend(likes);
  expect(await scorer.recommend(likes)).toEqual(expected);
  for (const less of [
    { ...beside, foldInMap: undefined },
    { ...beside, neighbourRows: null },
  ]) {
    expect(await (await Scorer.create(model, null, less)).recommend(likes)).not.toEqual(expected);
  }
});

it("folders of older versions say neither labels, counts nor neighbours, and have no map", async () => {
  const { ids, titles } = NAMES;
  const older = folderOf(
    ({ files }) => {
      for (const name of ["foldIn", "neighbours", "neighbourScales"] as const) delete files[name];
    },
    { ids, titles },
  );
  const { model, labels, ratings, scorer } = await open(older);
  expect(labels).toEqual([[], [], []]);
  expect([...ratings]).toEqual([0, 0, 0]);
  const likes = { itemIds: [0] };
  expect(await scorer.recommend(likes)).toEqual(await (await Scorer.create(model, null)).recommend(likes));
});

const CONTRADICTION = "The manifest contradicts itself: publish the model again.";

describe("is refused in a sentence:", () => {
  it.each<[string, ReadonlyMap<string, Uint8Array>, string]>([
    ["an empty folder", new Map(), "manifest.json could not be fetched: the host answered 404."],
    [
      "a page of the host's",
      new Map([["manifest.json", new TextEncoder().encode("<html>")]]),
      "manifest.json is not JSON. Is this the folder that was published?",
    ],
    [
      "nothing",
      new Map([["manifest.json", new TextEncoder().encode("null")]]),
      "This is not a folder that Matinee published.",
    ],
    [
      "a later format",
      folderOf((manifest) => Object.assign(manifest, { formatVersion: 2 })),
      "This folder has format 2, but this version of Matinee opens format 1. Update Matinee.",
    ],
    [
      "a file that is missing",
      folderOf((_, contents) => contents.delete("titles")),
      "titles could not be fetched: the host answered 404.",
    ],
    [
      "a file cut short",
      folderOf((_, contents) => contents.set("vectors", new Uint8Array(5))),
      "vectors is not the file that was published. Upload the folder again, whole.",
    ],
    [
      "a file of the same size",
      folderOf((_, contents) => contents.set("foldIn", new Uint8Array(48).fill(1))),
      "foldIn is not the file that was published. Upload the folder again, whole.",
    ],
    ["more items", folderOf((manifest) => (manifest.items = 4)), CONTRADICTION],
    ["vectors of another size", folderOf(({ files }) => files.vectors.bytes++), CONTRADICTION],
    ["scales of another size", folderOf(({ files }) => files.scales.bytes++), CONTRADICTION],
    [
      "a map of another size",
      folderOf(({ files }) => Object.assign(files.foldIn ?? {}, { bytes: 4 })),
      CONTRADICTION,
    ],
    ["no titles", without("titles"), CONTRADICTION],
    ["no vectors", without("vectors"), CONTRADICTION],
    ["no scales", without("scales"), CONTRADICTION],
    ["neighbours without their scales", without("neighbourScales"), CONTRADICTION],
    ["scales without their neighbours", without("neighbours"), CONTRADICTION],
    ["neighbours of no width", folderOf((manifest) => delete manifest.neighbourWidth), CONTRADICTION],
    ["neighbours of half a width", folderOf((manifest) => (manifest.neighbourWidth = 0.5)), CONTRADICTION],
    ["neighbours that fill no rows", folderOf((manifest) => (manifest.neighbourWidth = 3)), CONTRADICTION],
    ["a growth below 1", folderOf((manifest) => (manifest.neighbourGrowth = 0.5)), CONTRADICTION],
    [
      "neighbours of other items than have a scale",
      folderOf((manifest) => (manifest.neighbourWidth = 2)),
      "The manifest contradicts its files: publish the model again.",
    ],
  ])("%s", async (_, contents, message) => {
    await expect(open(contents)).rejects.toThrow(message);
  });

  it("an address that is none, a host that cannot be reached, and options that are none", async () => {
    await expect(openPublished("models/films")).rejects.toThrow(
      'url must be a whole address, such as https://example.org/model/, not "models/films".',
    );
    const fetch = () => Promise.reject(new Error("it is asleep"));
    await expect(openPublished("https://example.org", { fetch })).rejects.toThrow(
      "manifest.json could not be fetched (it is asleep). Check the address and the connection.",
    );
    await expect(openPublished("https://example.org", { fetch: 1 as never })).rejects.toThrow(/fetch/);
    await expect(openPublished("https://example.org", { fetsh: fetch } as object)).rejects.toThrow('"fetch"');
  });
});
