import { build } from "vite";
import { root } from "../run.js";
import { threadTimeOf } from "./threadTime.js";

/** @typedef {import("@playwright/test").Page} Page */

const SIZES = [10_000, 60_000];
const FRAMES = 120;

/**
 * Drags a map of this many dots by a step a frame, and prints how long the page's thread works for each, and how far
 * apart the frames come: with WebGL, whatever draws under its name here, and without.
 *
 * @param {Page} page
 */
export async function measureMap(page) {
  const output = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: `${root}src/features/map/page/MapViewer.ts`, formats: ["iife"], name: "map" },
    },
  });
  const [{ output: chunks }] = /** @type {{ output: { code: string }[] }[]} */ (
    /** @type {unknown} */ ([output].flat())
  );
  for (const dots of SIZES) {
    for (const byWebGl of [true, false]) {
      await page.goto("about:blank");
      await page.setContent(PAGE);
      await page.addScriptTag({ content: chunks[0].code });
      await page.evaluate(prepare, { dots, byWebGl });
      const busy = await threadTimeOf(page);
      const before = await busy();
      const apart = await page.evaluate(drag, FRAMES);
      const thread = ((await busy()) - before) / FRAMES;
      console.log(
        `A dragged map of ${dots.toLocaleString("en-GB")} dots, drawn ${byWebGl ? "by WebGL" : "as pixels"}: ` +
          `${thread.toFixed(1)} ms of the page’s own thread a frame, ${Math.round(1000 / middle(apart))} frames a second`,
      );
    }
  }
}

const PAGE = `<style>
  :root { --panel: #fff; --ink: #111; --accent: #ffc62b; --ground: #eee; --text: sans-serif }
  canvas { position: absolute; width: 1216px; height: 500px }
</style><canvas></canvas><canvas></canvas>`;

/** @param {number[]} values */
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * In the page, where the code of the map is there as `map`.
 *
 * @param {{ dots: number; byWebGl: boolean }} how
 */
function prepare({ dots, byWebGl }) {
  const [below, over] = document.querySelectorAll("canvas");
  // Without this, nothing tells that there is no graphics card.
  if (byWebGl) Object.assign(WebGL2RenderingContext.prototype, { getExtension: () => null });
  else Object.assign(below, { getContext: () => null });
  const { MapViewer } = /** @type {any} */ (window).map;
  // A few clouds, as a catalogue makes them.
  const bell = () => (Math.random() + Math.random() + Math.random() - 1.5) / 1.5;
  const positions = Float32Array.from(
    { length: 2 * dots },
    (_, i) => bell() * 0.5 + 0.4 * Math.sin((i >> 1) % 7),
  );
  const numbers = Array.from({ length: dots }, (_, i) => i);
  const viewer = new MapViewer({ dots: below, over });
  viewer.show({
    items: {
      ids: numbers.map(String),
      titles: numbers.map((i) => `The title of number ${i}`),
      years: Int16Array.from(numbers, () => 1990),
      ratings: Int32Array.from(numbers, (i) => (i * 7919) % 500),
    },
    layout: {
      positions,
      regions: numbers.slice(0, 60).map((i) => ({
        name: `Region ${i}`,
        best: [],
        items: 1,
        level: i % 3,
        x: positions[2 * i],
        y: positions[2 * i + 1],
      })),
      isFinal: true,
    },
    colouring: {
      inks: numbers.slice(0, 13).map((i) => `oklch(0.6 0.15 ${i * 27})`),
      ofItem: Uint8Array.from(numbers, (i) => i % 13),
    },
    ratings: new Map([[1, 5]]),
    centre: 2,
    pointed: null,
    selected: null,
  });
  Object.assign(window, { viewer });
}

/**
 * In the page.
 *
 * @param {number} frames
 * @returns {Promise<number[]>} milliseconds between them
 */
async function drag(frames) {
  const { viewer } = /** @type {any} */ (window);
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const apart = [];
  await frame();
  let last = performance.now();
  for (let i = 0; i < frames; i++) {
    viewer.drag(i % 40 < 20 ? 6 : -6, 3 * Math.sin(i));
    await frame();
    const now = performance.now();
    apart.push(now - last);
    last = now;
  }
  viewer.close();
  return apart;
}
