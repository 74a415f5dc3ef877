import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishModel } from "../../production/src/publish/publishModel.ts";
import { publishPage } from "../../production/src/publish/publishPage.ts";
import { trainingData } from "../../production/src/trained/trainingData.ts";
import { asTrained, trainModel } from "../../production/src/trained/trainModel.ts";
import { parseTitle } from "../../src/dataset/cells/title.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { openPublished } from "../../src/index.ts";
import {
  test as base,
  button,
  cardOf,
  expect,
  findAndRate,
  goTo,
  recommendations,
  status,
  titles,
} from "../support/page.ts";
import { StaticSite } from "../support/StaticSite.ts";

const DATA = "public/data/ml-latest-small/";

const test = base.extend<{ address: string }, { site: StaticSite }>({
  /** A static host of what `matinee publish` writes. */
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "matinee-published-"));
      const some = readFileSync(`${DATA}ratings.csv`, "utf8").split("\n").slice(0, 10_001).join("\n");
      const movies = new File([readFileSync(`${DATA}movies.csv`)], "movies.csv");
      const data = trainingData(await readCatalogue([new File([some], "ratings.csv"), movies]));
      const how = {
        hyperparameters: { loss: "warp", noComponents: 8, seed: 1 },
        epochs: 4,
        threads: 1,
      } as const;
      const trained = asTrained(await trainModel(data, how), data);
      publishPage("dist/site", folder, await publishModel(trained, "first", folder));
      const site = await StaticSite.serve(folder);
      await use(site);
      await site.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  address: async ({ site }, use) => use(`http://localhost:${site.port}/`),
});

const READY = "Ready: using the published model";

test("a published folder recommends what the library does, and says where it has no ratings", async ({
  page,
  watch,
  address,
}) => {
  await page.goto(address);
  await expect(status(page)).toHaveText(READY);
  await findAndRate(page, "Toy Story", 5);
  const { scorer, ids, titles: names, manifest } = await openPublished(address);
  const item = ids.indexOf("1");
  const expected = await scorer.recommend({ itemIds: [item], weights: [2] }, { n: 12, exclude: [item] });
  const inOrder = Array.from(expected.items, (row) => parseTitle(names[row]).title);
  await expect.poll(() => titles(page)).toEqual(inOrder);
  await expect(cardOf(page, inOrder[0]).getByText("Because you liked Toy Story")).toBeVisible();

  await test.step("the list is steered by what the folder says of its items", async () => {
    await page.getByRole("slider", { name: "Popularity" }).fill("-100");
    await expect.poll(() => titles(page)).not.toEqual(inOrder);
    await page.getByText("Genres, decades and sequels").click();
    await expect(button(page.getByRole("group", { name: "Genres" }), "Comedy")).toBeVisible();
  });

  await test.step("a film has its page", async () => {
    await page.goto(`${address}#/film/1`);
    await expect(page.getByText(/The model learnt from \d+ ratings of this film/)).toBeVisible();
    await expect(page.getByRole("region", { name: "Similar films" }).getByRole("listitem")).toHaveCount(12);
  });

  await test.step("the map is drawn", async () => {
    await goTo(page, "Map");
    await expect(page.getByRole("list", { name: "Regions" }).getByRole("listitem").first()).toBeVisible();
  });

  await test.step("what needs ratings says so", async () => {
    for (const place of ["Training", "New users", "Quality"]) {
      await goTo(page, place);
      await expect(page.getByText("A published model comes without the ratings")).toBeVisible();
    }
  });

  await test.step("Data says which model it is", async () => {
    await goTo(page, "Data");
    await expect(page.getByRole("region", { name: "Published model" })).toContainText("first");
    const files = page.getByRole("list", { name: "Files of the model" }).getByRole("listitem");
    await expect(files).toHaveText(
      Object.values(manifest.files).flatMap((file) => {
        return file ? [new RegExp(`^${file.name}, .*${file.sha256}$`)] : [];
      }),
    );
  });
  expect(watch.requests().filter((url) => !url.startsWith(address) && !url.startsWith("blob:"))).toEqual([]);
});

test.describe("with its service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("a published folder that was opened once opens offline too", async ({ page, site, address }) => {
    await page.goto(address);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await expect(status(page)).toHaveText(READY);
    await site.close();
    await page.reload();
    await expect(status(page)).toHaveText(READY);
    await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  });
});
