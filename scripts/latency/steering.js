import { threadTimeOf } from "./threadTime.js";

/** @typedef {import("@playwright/test").Page} Page */

const SLIDERS = ["Popularity", "Variety", "Familiarity"];
/** Milliseconds after which a step has nothing left to do. */
const SETTLED = 600;

/**
 * Draws each slider from one end to the other by a step a frame, and prints what the page's own thread works for a step, how far
 * apart the frames come, and how many lists are shown on the way.
 *
 * @param {Page} page with a list of the person's own
 * @param {string} whose list it is, in words
 */
export async function measureSteering(page, whose) {
  const busy = await threadTimeOf(page);
  for (const name of SLIDERS) {
    const slider = page.getByRole("slider", { name });
    await page.waitForTimeout(2 * SETTLED);
    const before = await busy();
    const { apart, lists } = await slider.evaluate(drawAcross);
    const thread = ((await busy()) - before) / apart.length;
    const sorted = apart.toSorted((a, b) => a - b);
    console.log(
      `${whose}, a step of ${name}, one a frame: ${thread.toFixed(1)} ms of the page’s own thread, ` +
        `${Math.round(1000 / sorted[Math.floor(sorted.length / 2)])} frames a second; ` +
        `${lists} lists on the way of ${apart.length} steps`,
    );
    await page.getByRole("button", { name: "Reset", exact: true }).click();
  }
}

/**
 * In the page.
 *
 * @param {Element} slider
 * @returns {Promise<{ apart: number[]; lists: number }>} milliseconds between frames, and lists shown
 */
async function drawAcross(slider) {
  const { min, max, step } = /** @type {HTMLInputElement} */ (slider);
  const wall = document.querySelector('ul[aria-label="Recommendations"]');
  const order = () => [...(wall?.children ?? [])].map((card) => card.getAttribute("data-film")).join();
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const apart = [];
  let lists = 0;
  let shown = order();
  await frame();
  let last = performance.now();
  for (let value = Number(min); value <= Number(max); value += Number(step)) {
    // React hears of a value only that it has not set itself.
    setValue?.call(slider, String(value));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    const now = performance.now();
    apart.push(now - last);
    last = now;
    if (order() !== shown) lists++;
    shown = order();
  }
  return { apart, lists };
}
