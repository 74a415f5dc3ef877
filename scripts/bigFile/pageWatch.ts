import type { Page } from "@playwright/test";

/** Milliseconds, the longest of each since it was asked last. */
export interface Watched {
  /** For which the page's own thread was held at once; 0 if it was never more than 50. */
  held: number;
  /** For which a progress bar stood still. */
  still: number;
  /** Where it stood, and what the words beside it were. */
  place: string;
  /** For which neither the bar nor the words beside it changed. */
  silent: number;
}

const EVERY = 100;

/** Has a page that was just loaded take note of how it feels. */
export function watch(page: Page): Promise<void> {
  return page.evaluate((every) => {
    const watched = { held: 0, still: 0, place: "", silent: 0 };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.held = Math.max(watched.held, duration);
    }).observe({ type: "longtask" });
    let shown: string | undefined;
    let since = performance.now();
    let said: string | null | undefined;
    let saidSince = since;
    setInterval(() => {
      const line = document.querySelector<HTMLElement>('[role="progressbar"] > *')?.style.transform;
      const words = document.querySelector('[role="progressbar"]')?.parentElement?.textContent;
      if (line === undefined || line !== shown) since = saidSince = performance.now();
      if (words !== said) saidSince = performance.now();
      shown = line;
      said = words;
      watched.silent = Math.max(watched.silent, performance.now() - saidSince);
      const still = performance.now() - since;
      if (still <= watched.still) return;
      watched.still = still;
      watched.place = `${line} ${words}`;
    }, every);
  }, EVERY);
}

export function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched?: Watched };
    const none = { held: 0, still: 0, place: "", silent: 0 };
    const most = { ...none, ...watched };
    if (watched) Object.assign(watched, none);
    return most;
  });
}
