import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPublished } from "../../src/index.ts";
import { publishModel } from "../src/publish/publishModel.ts";
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
  const served = await scorerOf(trained, { neighbourRows: (await scorerOf(trained)).neighbourRows() });
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
  await expect(openPublished(address, { fetch: hostOf(folder) })).rejects.toThrow("manifest.json is no JSON");
});
