import { expect, it } from "vitest";
import { AlertStore } from "../../src/core/page/AlertStore.ts";
import { CancelledError, DataFileError } from "../../src/errors.ts";

it("says once what went wrong, in Matinee's words or with a warning that they are not, until it is no longer so", () => {
  const store = new AlertStore();
  const messages = () => store.get().alerts.map(({ message }) => message);
  store.tell(new DataFileError("a.csv is empty."));
  store.tell(new DataFileError("a.csv is empty."));
  store.tell(new CancelledError("Reading was stopped."));
  store.tell(new TypeError("x is undefined"));
  store.tell("no error at all");
  expect(messages()).toEqual([
    "a.csv is empty.",
    "Something went wrong: x is undefined",
    "Something went wrong: no error at all",
  ]);
  store.withdraw("a.csv is empty.");
  store.withdraw("b.csv is empty.");
  expect(messages()).toHaveLength(2);
});

it("goes away with its remedy", () => {
  const store = new AlertStore();
  let runs = 0;
  store.show("Unreadable.", { label: "Try again", run: () => runs++ });
  store.get().alerts[0].remedy?.run();
  expect(runs).toBe(1);
  expect(store.get().alerts).toEqual([]);
});
