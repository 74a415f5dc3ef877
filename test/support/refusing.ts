import type { Page } from "@playwright/test";

/** Runs these in the page and in its worker before their own scripts. */
export async function everywhere(page: Page, ...scripts: (() => void)[]): Promise<void> {
  for (const script of scripts) await page.addInitScript(script);
  const first = scripts.map((script) => `(${script})();\n`).join("");
  await page.route(/main-.*\.js$/i, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: first + (await response.text()) });
  });
}

/** What browsers refuse or lack. Each runs by itself, so it knows nothing of the others. */
export const REFUSALS = {
  "session storage": () =>
    Object.defineProperty(globalThis, "sessionStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  "service workers": () =>
    Object.defineProperty(navigator, "serviceWorker", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  "broadcast channels": () => Reflect.deleteProperty(globalThis, "BroadcastChannel"),
  databases: () =>
    Object.defineProperty(globalThis, "indexedDB", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  caches: () =>
    Object.defineProperty(globalThis, "caches", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  locks: () => Reflect.deleteProperty(Object.getPrototypeOf(navigator), "locks"),
  "private files": () => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("denied", "SecurityError"));
  },
} satisfies Record<string, () => void>;

/** Databases that never open. */
export function openNothing(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    request.addEventListener = () => {};
    return request;
  };
}

/** Databases that open, and whose requests are never answered. */
export function answerNothing(): void {
  const { addEventListener } = EventTarget.prototype;
  IDBRequest.prototype.addEventListener = function (...given: Parameters<EventTarget["addEventListener"]>) {
    if (this instanceof IDBOpenDBRequest) addEventListener.apply(this, given);
  };
  IDBTransaction.prototype.addEventListener = () => {};
}
