import { expect, test } from "vitest";
import { titleSize } from "../../../src/ui/poster/titleSize.ts";

test("the longer the title, the smaller its letters", () => {
  expect(titleSize("Heat")).toBe("large");
  expect(titleSize("Who Framed Roger Rabbit?")).toBe("large");
  expect(titleSize("Butch Cassidy and the Sundance")).toBe("medium");
  expect(titleSize("Koyaanisqatsi")).toBe("large");
  expect(titleSize("The Lord of the Rings: The Return of the King")).toBe("small");
  expect(titleSize("The Lord of the Rings: The Fellowship of the Ring")).toBe("smaller");
  expect(titleSize("The Assassination of Jesse James by the Coward Robert Ford")).toBe("smaller");
  expect(titleSize("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb")).toBe("smallest");
  expect(titleSize("Supercalifragilisticexpialidocious")).toBe("smallest");
});
