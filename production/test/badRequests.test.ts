import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let started: Awaited<ReturnType<typeof startService>>;
const folder = mkdtempSync(join(tmpdir(), "matinee-"));

beforeAll(async () => {
  started = await startService(writeModel(folder, "model.npz", await smallModel()), join(folder, "data"));
});

afterAll(async () => {
  await started.close();
  rmSync(folder, { recursive: true });
});

const rate = (user: string, item = "6") =>
  started.app.inject({ method: "POST", url: "/ratings", payload: { ratings: [{ user, item, rating: 5 }] } });

// A model cannot be saved with such an id, so that one rating would have kept all others from being learnt.
test("ids that a model or a database cannot hold are refused; others are learnt, whatever their script", async () => {
  for (const [user, item] of [
    ["27\0", "6"],
    ["a", "6\0"],
    ["\ud800", "6"],
  ]) {
    const refused = await rate(user, item);
    expect([refused.statusCode, refused.json().message]).toEqual([
      400,
      expect.stringMatching(/(user|item) must hold no NUL$|^The id "\\ud800" holds half a character\./),
    ]);
  }
  expect((await rate("🎬 Женя")).statusCode).toBe(201);
  const learning = started.service.learn();
  const again = await started.app.inject({ method: "POST", url: "/model/learn" });
  expect([again.statusCode, again.json().error]).toEqual([409, "BusyError"]);
  expect(await learning).not.toBeNull();
  expect(started.service.unlearnt).toBe(0);
});

test("every refusal has the documented form, and says what to do", async () => {
  const body = "a=b";
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const large = { ratings: [{ user: "x".repeat(2 ** 20), item: "6", rating: 5 }] };
  const refusals = [
    [{ url: "/users/27/recommendations?n=5.5" }, 400, "n must be a whole number"],
    [{ url: "/items/6/similar?n=true" }, 400, "n must be a whole number"],
    [{ url: "/users/27/recommendations?includeRated=1" }, 400, "includeRated must be true or false"],
    [{ url: "/users/%FF/recommendations" }, 400, "'/users/%FF/recommendations' is not a valid url component"],
    [{ url: "/users/27/recommendations?lable=Comedy" }, 400, "lable is not known: see /docs"],
    [
      { method: "POST", url: "/ratings", headers: form, body },
      415,
      "Send JSON, with Content-Type: application/json,",
    ],
    [
      {
        method: "POST",
        url: "/recommendations",
        headers: { "content-type": "text/plain" },
        body: '{"user":"27"}',
      },
      415,
      "Send JSON, with Content-Type: application/json,",
    ],
    [{ method: "POST", url: "/ratings", payload: large }, 413, "Send at most a megabyte at a time"],
  ] as const;
  for (const [request, status, message] of refusals) {
    const { statusCode, ...refused } = await started.app.inject(request);
    expect(statusCode, request.url).toBe(status);
    expect(refused.json(), request.url).toEqual({
      error: "BadRequest",
      message: expect.stringContaining(message),
    });
  }
});

test("the address of the service leads to its documentation", async () => {
  const { statusCode, headers } = await started.app.inject("/");
  expect([statusCode, headers.location]).toEqual([302, "docs"]);
});

test("numbers in an address are written as in JSON", async () => {
  const statusOf = async (diversity: string) =>
    (await started.app.inject(`/users/27/recommendations?n=2&diversity=${diversity}`)).statusCode;
  expect(await Promise.all(["0.5", "1e-3", "2.2E-222"].map(statusOf))).toEqual([200, 200, 200]);
  expect(await Promise.all(["half", "1e", "0x1"].map(statusOf))).toEqual([400, 400, 400]);
});
