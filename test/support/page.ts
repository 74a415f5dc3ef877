import { cpSync, rmSync } from "node:fs";
import {
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
  type Request,
} from "@playwright/test";
import { starCount } from "../../src/ui/words.ts";

export { expect } from "@playwright/test";

/**
 * A browser profile as a first visit leaves it: with the data in use and a trained model. Made once by
 * firstVisit.setup.ts; a test that does not test training starts from a copy of it.
 */
const VISITED_PROFILE = "build/visited-profile";
export const RETURNING = { visitor: "returning" } as const;
/** Leaves that profile. */
export const FIRST_VISIT = { visitor: "first" } as const;
/** A browser that has never been here. */
export const NEW_VISITOR = { visitor: "new" } as const;

/** What a test learns about the page beyond what stands on it. */
export class Watch {
  readonly #origin: string;
  readonly #requests: string[] = [];
  readonly #errors: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(page: Page, origin: string) {
    this.#origin = origin;
    page.context().on("request", (request: Request) => this.#requests.push(request.url()));
    page.on("websocket", (socket) => this.#requests.push(socket.url()));
    page.context().on("console", (message: ConsoleMessage) => {
      if (message.type() === "error") this.#errors.push(`console: ${message.text()}`);
    });
    page.context().on("weberror", (error) => this.#errors.push(`uncaught: ${error.error().message}`));
  }

  /** Every request so far, of the page and of its workers, in their order. */
  requests(): readonly string[] {
    return this.#requests;
  }

  /** Those that went anywhere but to the site itself. */
  requestsLeavingOrigin(): string[] {
    return this.#requests.filter((url) => new URL(url).origin !== this.#origin);
  }

  /** Errors in the console fail a test unless it says beforehand that it provokes them. */
  expectError(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  unexpectedErrors(): string[] {
    return this.#errors.filter((error) => !this.#expected.some((pattern) => pattern.test(error)));
  }
}

/** A page that is watched from before it opens; each test has a browser profile of its own. */
export const test = base.extend<{
  visitor: "new" | "first" | "returning";
  /** The port of another host that answers at the site's own address, which is where a visitor's data are kept. */
  hostPort: number | null;
  watch: Watch;
}>({
  visitor: ["new", { option: true }],
  hostPort: [null, { option: true }],
  context: async (
    {
      visitor,
      hostPort,
      context,
      playwright,
      launchOptions,
      baseURL,
      serviceWorkers,
      viewport,
      hasTouch,
      isMobile,
    },
    use,
    { outputDir },
  ) => {
    if (visitor === "new") return use(context);
    const profile = visitor === "first" ? VISITED_PROFILE : `${outputDir}/profile`;
    rmSync(profile, { recursive: true, force: true });
    if (visitor === "returning") cpSync(VISITED_PROFILE, profile, { recursive: true });
    const elsewhere = hostPort
      ? [`--host-resolver-rules=MAP ${new URL(baseURL ?? "").host} 127.0.0.1:${hostPort}`]
      : [];
    const options = {
      ...launchOptions,
      args: [...(launchOptions.args ?? []), ...elsewhere],
      baseURL: baseURL ?? "",
      serviceWorkers,
      viewport,
      hasTouch,
      isMobile,
    };
    const persistent = await playwright.chromium.launchPersistentContext(profile, options);
    await use(persistent);
    await persistent.close();
    if (visitor === "returning") rmSync(profile, { recursive: true });
  },
  page: async ({ visitor, context }, use) =>
    use(visitor === "new" ? await context.newPage() : context.pages()[0]),
  watch: [
    async ({ page, baseURL }, use) => {
      const watch = new Watch(page, new URL(baseURL ?? "").origin);
      await use(watch);
      expect(watch.unexpectedErrors()).toEqual([]);
    },
    { auto: true },
  ],
});

/** Goes to a place as a person does, and is there: what is asked for next is not found in the place before. */
export async function goTo(page: Page, place: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place, exact: true });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
}

/** What the header says of a model that is ready, trained in this visit or in an earlier one. */
export const READY = /^(Learnt from|Ready)/;

export const status = (page: Page) => page.getByRole("banner").getByRole("status");
export const button = (within: Page | Locator, name: string) =>
  within.getByRole("button", { name, exact: true });
export const recommendations = (page: Page) => page.getByRole("list", { name: "Recommendations" });
export const ownRatings = (page: Page) => page.getByRole("list", { name: "Your ratings" });
export const titles = (page: Page) => recommendations(page).getByRole("heading").allTextContents();
export const starsOf = (within: Page | Locator, title: string) =>
  within.getByRole("radiogroup", { name: `Rate ${title}`, exact: true });

/** Opens "For you" and waits for a trained model's list. */
export async function openForYou(page: Page): Promise<void> {
  await page.goto("");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  // The first list comes while the model still trains, and changes once more afterwards.
  await expect(status(page)).toHaveText(READY);
}

/** Finds a film by its title and rates it. */
export async function findAndRate(page: Page, title: string, stars: number): Promise<void> {
  await page.getByRole("searchbox", { name: "Find a film" }).fill(title);
  await starsOf(page.getByRole("list", { name: "Films found" }), title)
    .getByRole("radio", { name: `${stars} stars`, exact: true })
    .click();
  await expect(starsOf(ownRatings(page), title)).toBeVisible();
}

/** A recommended film with all that can be done about it. */
export const cardOf = (page: Page, title: string) =>
  recommendations(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Gives a recommended film one of the answers of its menu. */
export async function answerOnCard(page: Page, title: string, answer: string): Promise<void> {
  const card = cardOf(page, title);
  await button(card, `More about ${title}`).click();
  await card.getByRole("menuitem", { name: answer, exact: true }).click();
}

/** Own ratings that are shown and not saved yet. */
export const unsaved = (page: Page) => ownRatings(page).getByText("not saved yet");
/** Waits until leaving the page would lose nothing; until then the browser would ask. */
export const allSaved = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true }))))
    .toBe(true);
/** The radio button by which a film was given so many stars. */
export const given = (page: Page, title: string, stars: number) =>
  starsOf(ownRatings(page), title).getByRole("radio", { name: starCount(stars), exact: true });

/** Opens a page of the same site without Matinee in it. */
export async function openBeside(page: Page): Promise<void> {
  const body = '<link rel="icon" href="data:," />';
  await page.route("**/beside", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("beside");
}
