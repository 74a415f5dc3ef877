import { test as base, type ConsoleMessage, expect, type Page, type Request } from "@playwright/test";

export { expect } from "@playwright/test";

/** What a test learns about the page beyond what stands on it. */
export class Watch {
  readonly #page: Page;
  readonly #origin: string;
  readonly #requests: string[] = [];
  readonly #errors: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(page: Page, origin: string) {
    this.#page = page;
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

  /** Milliseconds of each stretch beyond 50 ms that the page's thread worked, since the page was opened or asked last. */
  longTasks(): Promise<number[]> {
    return this.#page.evaluate(() => {
      collectLongTasks(longTaskObserver.takeRecords());
      return longTasks.splice(0);
    });
  }
}

declare global {
  var longTasks: number[];
  var longTaskObserver: PerformanceObserver;
  function collectLongTasks(entries: PerformanceEntryList): void;
}

/** A page that is watched from before it opens; each test has a browser profile of its own. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      await page.addInitScript(() => {
        globalThis.longTasks = [];
        globalThis.collectLongTasks = (entries) => longTasks.push(...entries.map((entry) => entry.duration));
        globalThis.longTaskObserver = new PerformanceObserver((list) => collectLongTasks(list.getEntries()));
        longTaskObserver.observe({ type: "longtask", buffered: true });
      });
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
