import { expect, test } from "vitest";
import { ImportStore } from "../../../src/features/importRatings/page/ImportStore.ts";
import { tastePage } from "../../support/tastePage.ts";

const OWN = () =>
  new File(
    ["Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,The Matrix,1999,https://boxd.it/2a,4.5\n"],
    "ratings.csv",
  );

test("one person's files wait for their word, until other files are chosen or other data is in use", async () => {
  const { stores, open, replaceData } = await tastePage([ImportStore]);
  const store = stores.get(ImportStore);
  open([OWN()]);
  await store.until(({ summary }) => summary !== null);
  expect(store.get().summary?.matched).toMatchObject([{ listed: { stars: 4.5 }, film: { id: "1" } }]);
  store.close();
  expect(store.get().summary).toBeNull();

  open([OWN()]);
  await store.until(({ summary }) => summary !== null);
  open([OWN()]);
  expect(store.get().summary, "while others are read").toBeNull();
  await store.until(({ summary }) => summary !== null);
  await replaceData();
  expect(store.get().summary).toBeNull();
});
