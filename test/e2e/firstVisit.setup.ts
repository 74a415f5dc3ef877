import { expect, FIRST_VISIT, goTo, openForYou, status, test } from "../support/page.ts";

test.use(FIRST_VISIT);

test("a first visit trains a model by itself, recommends, and saves it all on the device", async ({
  page,
  watch,
}) => {
  await openForYou(page);
  await expect(status(page)).toHaveText(/^Learnt from 100,004 ratings in .+, in this tab$/);
  await goTo(page, "Data");
  await expect(page.getByRole("list", { name: "Saved data and models" })).toContainText(
    /MovieLens.*model \(\d+ epochs\)/s,
  );
  expect(watch.requestsLeavingOrigin()).toEqual([]);
});
