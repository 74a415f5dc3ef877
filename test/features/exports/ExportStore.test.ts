import { expect, onTestFinished, test, vi } from "vitest";
import { ExportStore } from "../../../src/features/exports/page/ExportStore.ts";
import { tastePage } from "../../support/tastePage.ts";

/** What the page hands to the browser to be saved. */
function withDownloads() {
  const saved: { name: string; file: Blob }[] = [];
  const link = { href: "", download: "", click: () => {} };
  vi.stubGlobal("document", { createElement: () => link });
  const handOver = vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    link.click = () => void saved.push({ name: link.download, file: file as Blob });
    return "blob:";
  });
  onTestFinished(() => void handOver.mockRestore());
  return saved;
}

test("a model that was saved is taken back, and what is none is refused with the model left as it is", async () => {
  const { context, stores, train } = await tastePage([ExportStore]);
  const store = stores.get(ExportStore);
  const saved = withDownloads();
  await train({ epochs: 3 });
  await store.model();
  expect(saved[0].name).toMatch(/^matinee-\d{4}-\d\d-\d\d-model\.npz$/);
  await train({ epochs: 1 });

  const changes: boolean[] = [];
  context.events.on("modelChanged", ({ finished }) => changes.push(finished));
  await store.importModel(new File([saved[0].file], "model.npz"));
  expect(context.workspace.get().model).toMatchObject({ origin: "imported", epochsDone: 3 });
  expect(changes).toEqual([true]);

  await store.importModel(new File(["no model"], "other.npz"));
  expect(context.alerts.get().alerts[0].message).toBe(
    "other.npz cannot be read: it is not an .npz file (not a zip).",
  );
  expect(context.workspace.get().model).toMatchObject({ origin: "imported", epochsDone: 3 });
});

test("recommendations are saved as the list that the person's ratings lead to", async () => {
  const { context, stores, train } = await tastePage([ExportStore]);
  const saved = withDownloads();
  await train({ epochs: 10 });
  context.events.emit("ratingsChanged", [{ filmId: "1", stars: 5 }]);
  await stores.get(ExportStore).recommendations();
  const lines = (await saved[0].file.text()).trim().split(/\r?\n/);
  expect(lines).toHaveLength(30);
  const ids = lines.slice(1).map((line) => Number(line.split(",")[1]));
  expect(ids).not.toContain(1);
  // The first are of the same taste, odd films.
  expect(ids.slice(0, 5).map((id) => id % 2)).toEqual([1, 1, 1, 1, 1]);
});
