import { fault } from "../support/fault.ts";
import { expect, test } from "../support/page.ts";

/** What browsers refuse or lack: each must leave a page that opens and recommends. */
const REFUSALS: Record<string, () => void> = {
  "session storage": () =>
    Object.defineProperty(window, "sessionStorage", {
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
  "broadcast channels": () => Reflect.deleteProperty(window, "BroadcastChannel"),
  databases: () =>
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(
    `the page opens and recommends where ${name} are refused`,
    fault(`${name} refused`, "opening the page"),
    async ({ page }) => {
      await page.addInitScript(refuse);
      await page.goto("/");
      await expect(page.getByRole("list", { name: "Recommendations" }).getByRole("listitem")).not.toHaveCount(
        0,
      );
    },
  );
}
