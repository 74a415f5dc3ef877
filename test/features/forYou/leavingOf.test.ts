import { expect, test } from "vitest";
import type { Carrier } from "../../../src/features/forYou/api.ts";
import { leavingOf } from "../../../src/features/forYou/page/leavingOf.ts";

const carrier: Carrier = { title: "Heat", said: 5, share: 1, placeWithout: 3 };
const leaving = (keptBy: string[] | null, place = 1) => leavingOf({ place, carriers: [carrier], keptBy });

test("what would move a film out of the first is named, or counted, and nothing is claimed of others", () => {
  expect(leaving(["Heat"])).toBe("Without Heat, it would not be among the first 24.");
  expect(leaving(["Heat", "Ronin", "Fargo"])).toBe(
    "Without Heat, Ronin and Fargo, it would not be among the first 24.",
  );
  expect(leaving([..."abcdef"])).toBe(
    "Without 6 of your answers, above all a, b and c, it would not be among the first 24.",
  );
  expect(leaving(null)).toBe("It would be among the first 24 even without these answers.");
  expect(leaving(null, 100)).toBe("");
  expect(leavingOf({ place: 1, carriers: [], keptBy: null })).toBe("None of your answers explains that.");
});
