import { readFileSync } from "node:fs";
import type { Response } from "@playwright/test";
import { expect, test } from "../support/page.ts";

const policy = /Content-Security-Policy: (.*)/.exec(readFileSync("public/_headers", "utf8"))?.[1];

test("the page, its scripts, its worker and its kernel all come with the policy @main", async ({
  page,
  watch,
}) => {
  const responses: Response[] = [];
  page.context().on("response", (response) => responses.push(response));
  await page.goto("");

  const parts = { page: /\/$/, script: /index-.*\.js$/, worker: /main-.*\.js$/i, kernel: /\.wasm$/ };
  for (const [part, address] of Object.entries(parts)) {
    await expect
      .poll(() => responses.map((each) => each.url()).join("\n"), part)
      .toMatch(new RegExp(address, "mi"));
  }
  for (const response of responses) {
    expect(response.headers(), response.url()).toMatchObject({
      "content-security-policy": policy,
      "connection-allowlist": "(response-origin)",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  }
  const kernel = responses.find((response) => parts.kernel.test(response.url()));
  expect(kernel?.headers()["content-type"]).toBe("application/wasm");
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    "content",
    /'none'/,
  );
  expect(watch.requestsLeavingOrigin()).toEqual([]);
});
