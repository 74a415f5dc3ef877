import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Response } from "@playwright/test";
import { expect, test } from "../support/page.ts";

const policy = /Content-Security-Policy: (.*)/.exec(readFileSync("public/_headers", "utf8"))?.[1];

test("the page, its scripts, its worker and its kernel all come with the policy", async ({ page, watch }) => {
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

test("neither the page nor its worker can reach another site", async ({ page, watch }) => {
  const heard: string[] = [];
  const outside = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.end();
  }).listen(0, "localhost");
  await once(outside, "listening");
  const address = `http://localhost:${(outside.address() as AddressInfo).port}/`;

  try {
    await page.goto(`${address}it-can-be-heard`);
    expect(heard).toContain("/it-can-be-heard");

    watch.expectError(/Content Security Policy|violates|Failed to load resource/);
    const worker = page.waitForEvent("worker");
    await page.goto("");
    const refused = async (to: string) => {
      const answer = await fetch(`${to}fetch`, { mode: "no-cors" }).catch(() => "refused");
      return answer === "refused";
    };
    expect(await (await worker).evaluate(refused, address)).toBe(true);
    expect(await page.evaluate(refused, address)).toBe(true);
    await page.evaluate(async (to) => {
      navigator.sendBeacon(`${to}beacon`, "");
      await new Promise((resolve) => {
        const image = new Image();
        image.onload = image.onerror = resolve;
        image.src = `${to}image`;
      });
      await new Promise((resolve) => {
        new WebSocket(to.replace("http", "ws")).onerror = resolve;
      });
    }, address);
    expect(heard.filter((path) => !path.startsWith("/favicon"))).toEqual(["/it-can-be-heard"]);
  } finally {
    outside.close();
  }
});
