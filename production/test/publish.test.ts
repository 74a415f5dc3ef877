import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CatalogueService } from "../../src/core/worker/CatalogueService.ts";
import { SavedWorks } from "../../src/core/worker/storage/SavedWorks.ts";
import { Workspace } from "../../src/core/worker/Workspace.ts";
import { parseTitle } from "../../src/dataset/cells/title.ts";
import { DataService } from "../../src/features/data/worker/DataService.ts";
import { FilmService } from "../../src/features/film/worker/FilmService.ts";
import { RecommendationService } from "../../src/features/forYou/worker/RecommendationService.ts";
import { StartService } from "../../src/features/forYou/worker/StartService.ts";
import { openPublished } from "../../src/index.ts";
import type { Representations } from "../../src/model/LightFM.ts";
import { dequantise, quantise } from "../../src/model/published/quantise.ts";
import { StaticSite } from "../../test/support/StaticSite.ts";
import { publishModel } from "../src/publish/publishModel.ts";
import { checkNoOtherPage, publishPage } from "../src/publish/publishPage.ts";
import { ratingsOf } from "../src/trained/RatedItems.ts";
import { scorerOf } from "../src/trained/scoring.ts";
import { temporaryFolder } from "./support/matinee.ts";
import { smallModel } from "./support/smallModel.ts";

const address = "https://example.com/model";

function hostOf(folder: string) {
  return async (url: URL) => new Response(readFileSync(join(folder, url.pathname.replace("/model/", ""))));
}

test("a published folder recommends to strangers what the service does, nearly always", async () => {
  const trained = await smallModel(4);
  const folder = temporaryFolder();
  await publishModel(trained, "first", folder);
  const { scorer, ids, titles } = await openPublished(address, { fetch: hostOf(folder) });
  expect([ids[0], titles]).toEqual([[...trained.mapping.items.keys()][0], trained.titles]);

  // What the bytes cost; `factorise` is tested beside what it stands for.
  const served = await scorerOf(trained, { neighbourRows: await (await scorerOf(trained)).neighbourRows() });
  let shared = 0;
  let all = 0;
  for (const user of trained.mapping.users.values()) {
    const own = [...ratingsOf(trained.rated, user)];
    const exclude = own.map(([item]) => item);
    const itemIds = own.filter(([, rating]) => rating >= trained.likedFrom).map(([item]) => item);
    const asked = new Set((await served.recommend({ itemIds }, { exclude })).items);
    const answer = await scorer.recommend({ itemIds }, { exclude });
    shared += answer.items.filter((item) => asked.has(item)).length;
    all += answer.items.length;
  }
  expect(shared / all).toBeGreaterThanOrEqual(0.98);
});

test("bytes keep .99 of the tens that full vectors rank for users whose own vectors are known", async () => {
  const { model, mapping, rated } = await smallModel(4);
  const full = await model.itemRepresentations();
  const near = dequantise(quantise(full));
  const users = await model.userRepresentations();
  let shared = 0;
  for (const user of mapping.users.values()) {
    const known = new Set([...ratingsOf(rated, user)].map(([item]) => item));
    const tenOf = (items: Representations) => topTen(items, users, user, known);
    const exact = tenOf(full);
    shared += tenOf(near).filter((item) => exact.includes(item)).length / exact.length;
  }
  expect(shared / mapping.users.size).toBeGreaterThanOrEqual(0.99);
});

function topTen(items: Representations, users: Representations, user: number, known: Set<number>): number[] {
  const width = users.embeddings.length / users.biases.length;
  const scores = items.biases.map((bias, item) => {
    let score = bias;
    for (let i = 0; i < width; i++) {
      score += users.embeddings[user * width + i] * items.embeddings[item * width + i];
    }
    return score;
  });
  const unknown = [...scores.keys()].filter((item) => !known.has(item));
  return unknown.sort((a, b) => scores[b] - scores[a]).slice(0, 10);
}

test("publishing again replaces the files, and a file that is not the published one is refused", async () => {
  const folder = temporaryFolder();
  await publishModel(await smallModel(1), "first", folder);
  const { files, version } = await publishModel(await smallModel(2), "second", folder);
  expect(version).toBe("second");
  expect(readdirSync(folder)).toHaveLength(7);
  // Without the neighbour score, as folders of older versions are, it opens too.
  await publishModel(await smallModel(2), "second", folder, { neighbours: false });
  expect(readdirSync(folder)).toHaveLength(5);
  expect((await openPublished(address, { fetch: hostOf(folder) })).ids).not.toHaveLength(0);
  writeFileSync(join(folder, files.scales.name), new Uint8Array(files.scales.bytes));
  await expect(openPublished(address, { fetch: hostOf(folder) })).rejects.toThrow(
    `${files.scales.name} is not the file`,
  );
  writeFileSync(join(folder, "manifest.json"), "<!doctype html>");
  await expect(openPublished(address, { fetch: hostOf(folder) })).rejects.toThrow(
    "manifest.json is not JSON",
  );
});

test("the page's services recommend from a published folder what the library does, with labels and counts", async () => {
  const trained = await smallModel(4);
  const folder = temporaryFolder();
  await publishModel(trained, "first", folder);
  const site = await StaticSite.serve(folder);
  onTestFinished(() => site.close());
  const url = `http://127.0.0.1:${site.port}/`;
  const { scorer, ids, titles, labels, ratings } = await openPublished(url);
  expect(labels[0]).toEqual(["Drama"]);
  expect(ratings.reduce((sum, count) => sum + count, 0)).toBe(10_000);

  const workspace = new Workspace();
  const data = new DataService(workspace, new SavedWorks());
  await data.stage({ kind: "published", folder: url }, () => {});
  const { dataset, record } = await data.adopt();
  expect(dataset).toMatchObject({ source: "published", published: { version: "first", ratings: 10_000 } });
  expect(record).toMatchObject({ imported: true });
  const [known] = await new CatalogueService(workspace).startingSet(1);
  expect(ratings[ids.indexOf(known.id)]).toBe(Math.max(...ratings));

  const item = ids.indexOf(known.id);
  const expected = await scorer.recommend({ itemIds: [item], weights: [2] }, { n: 24, exclude: [item] });
  const own = [{ filmId: known.id, stars: 5 }];
  const films = await new RecommendationService(workspace).forRatings(own, 24);
  expect(films.map(({ id }) => id)).toEqual(Array.from(expected.items, (row) => ids[row]));
  expect(films[0].title).toBe(parseTitle(titles[expected.items[0]]).title);
  expect((await new FilmService(workspace).details(known.id))?.similar).toHaveLength(12);
  const [, second, third] = await new CatalogueService(workspace).startingSet(3);
  expect(await new StartService(workspace).next(own, [], [second.id])).toEqual(third);
});

test("the page goes beside the model without its own data, and never over another site's page", async () => {
  const site = temporaryFolder();
  const folder = temporaryFolder();
  const write = (path: string, text: string) => writeFileSync(join(site, path), text);
  for (const path of ["assets", "data"]) mkdirSync(join(site, path));
  const build = (script: string) => {
    write("index.html", '<head><meta name="matinee-version" content="a" /></head>');
    for (const path of [script, "data/ratings.csv"]) write(path, path);
    const files = [
      ["./", "x"],
      [script, "y"],
      ["data/ratings.csv", "z"],
    ];
    write(
      "sw.js",
      `const BUILD = ${JSON.stringify({ version: "a", files, whenAsked: [], headers: {} })};\ncode`,
    );
  };
  const manifest = await publishModel(await smallModel(1), "first", folder);
  build("assets/old.js");
  publishPage(site, folder, manifest);
  build("assets/new.js");
  checkNoOtherPage(folder);
  publishPage(site, folder, manifest);

  expect(existsSync(join(folder, "data"))).toBe(false);
  expect(readdirSync(join(folder, "assets"))).toEqual(["new.js"]);
  const read = (path: string) => readFileSync(join(folder, path));
  expect(read("index.html").toString()).toContain('<meta name="matinee-model" content="./" />');
  const [, json, code] = /^const BUILD = (.*);\n(.*)$/.exec(read("sw.js").toString()) ?? [];
  expect(code).toBe("code");
  const hashes = new Map<string, string>(JSON.parse(json).files);
  expect([...hashes.keys()]).toEqual(
    expect.arrayContaining(["./", "assets/new.js", "manifest.json", manifest.files.vectors.name]),
  );
  for (const path of ["index.html", "manifest.json"]) {
    const hash = createHash("sha256").update(read(path)).digest("base64");
    expect(hashes.get(path === "index.html" ? "./" : path)).toBe(`sha256-${hash}`);
  }
  expect(hashes.has("data/ratings.csv")).toBe(false);

  writeFileSync(join(folder, "index.html"), "<title>My shop</title>");
  expect(() => checkNoOtherPage(folder)).toThrow("another site's index.html");
});
