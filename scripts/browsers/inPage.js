/** Functions that are sent into the page as source text: each uses nothing but its parameters and the page. */

/** Milliseconds that the page may take to show something: it may have to train a model first. */
const PATIENCE = 300_000;

/**
 * The text of the first visible element that a selector finds and whose text or name matches.
 *
 * @param {string} selector
 * @param {string} pattern
 * @param {number} patience
 * @returns {Promise<string>}
 */
async function see(selector, pattern, patience) {
  const matches = new RegExp(pattern, "s");
  const end = performance.now() + patience;
  while (performance.now() < end) {
    for (const element of document.querySelectorAll(selector)) {
      const text = element.textContent ?? "";
      const name = element.getAttribute("aria-label") ?? "";
      if (element.checkVisibility() && (matches.test(text) || matches.test(name))) return text;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const alerts = [...document.querySelectorAll("[role=alert]")].map((alert) => alert.textContent);
  const status = document.querySelector("header [role=status]")?.textContent;
  throw new Error(
    `Nothing at "${selector}" matches ${matches}. Status: ${status}. Alerts: ${alerts.join("; ")}`,
  );
}

/**
 * Presses the first enabled element that a selector finds and whose text, or name, matches.
 *
 * @param {string} selector
 * @param {string} pattern
 * @param {number} patience
 */
async function press(selector, pattern, patience) {
  const matches = new RegExp(pattern);
  const end = performance.now() + patience;
  while (performance.now() < end) {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
      const text = element.getAttribute("aria-label") ?? element.textContent ?? "";
      if (!matches.test(text) || element.matches(":disabled")) continue;
      element.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There is nothing to press at "${selector}" that matches ${matches}.`);
}

/**
 * Types into the field with this label.
 *
 * @param {string} label
 * @param {string} text
 */
function fill(label, text) {
  const labels = [...document.querySelectorAll("label")];
  const field = labels.find((one) => one.textContent === label)?.control;
  if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field "${label}".`);
  // React notices a change only if the element's own setter made it.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Chooses a file where the page asks for a ratings file.
 *
 * @param {string} name
 * @param {string} contents
 */
function chooseFile(name, contents) {
  const input = document.querySelector('input[type=file][aria-label="Open a ratings file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error("Nothing asks for a ratings file.");
  const files = new DataTransfer();
  files.items.add(new File([contents], name, { type: "text/csv" }));
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * The page's functions, as a driver calls them.
 *
 * @param {import("./driver.js").Driver} driver
 */
export function inPage({ run }) {
  /** @param {Function} what @param {(string | number)[]} parameters */
  const call = (what, ...parameters) =>
    run(`(${what})(${parameters.map((one) => JSON.stringify(one)).join()})`);
  return {
    /** @param {string} selector @param {RegExp} pattern @returns {Promise<string>} */
    see: (selector, pattern) => call(see, selector, pattern.source, PATIENCE),
    /** @param {string} selector @param {RegExp} pattern */
    press: (selector, pattern) => call(press, selector, pattern.source, PATIENCE),
    /** @param {string} label @param {string} text */
    fill: (label, text) => call(fill, label, text),
    /** @param {string} name @param {string} contents */
    chooseFile: (name, contents) => call(chooseFile, name, contents),
  };
}
