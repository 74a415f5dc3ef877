import { expect, test } from "vitest";
import { fromAddress, type MapAddress, toAddress } from "../../../src/features/map/page/address.ts";

test("the map's address says what is in view, what was looked for and which area is chosen", () => {
  const shown: MapAddress = {
    film: "6",
    view: { x: 0.1234, y: -0.3, zoom: 4 },
    area: [
      [-0.5, 0],
      [0.25, 0.1],
      [0, 0.3],
    ],
  };
  expect(fromAddress(toAddress(shown))).toEqual(shown);
  expect(toAddress({ film: null, view: null, area: null })).toBe("#/map");
});

test("what in an address cannot be is left out", () => {
  const nothing = { film: null, view: null, area: null };
  for (const query of [
    "view=1_2",
    "view=0_0_0",
    "view=0_0_-1",
    "area=1_2_3_4",
    "area=1_2_3_4_5_6_7",
    "area=1_2_3_4_5_x",
    "area=1_2__4_5_6",
    "area=1_2_3_4_5_Infinity",
  ])
    expect(fromAddress(`#/map?${query}`)).toEqual(nothing);
  expect(fromAddress("#/map")).toEqual(nothing);
});
