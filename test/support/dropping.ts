import type { Page } from "@playwright/test";
import { expect } from "./page.ts";

/** Lets files fall on the page, as from the desktop; the contents are text or bytes. */
export async function drop(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const contents = Object.entries(files).map(([name, content]) => {
    return [name, Buffer.from(content).toString("base64")] as const;
  });
  const dataTransfer = await page.evaluateHandle((packed) => {
    const held = new DataTransfer();
    for (const [name, base64] of packed) {
      held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return held;
  }, contents);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await expect(page.getByText(/Drop anywhere/)).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer });
  await dataTransfer.dispose();
}

/** Pastes text, as from a spreadsheet. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);
}
