import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";

interface Table {
  title: string;
  genres: string;
}

afterEach(() => vi.restoreAllMocks());

/** Runs a program and gives back what it prints: lines, and tables as they are handed over. */
async function printed(program: () => Promise<unknown>): Promise<{ lines: string[]; tables: Table[][] }> {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const table = vi.spyOn(console, "table").mockImplementation(() => undefined);
  await program();
  return { lines: log.mock.calls.map(([line]) => line), tables: table.mock.calls.map(([rows]) => rows) };
}

it("quickStart recommends what those of the same taste like", async () => {
  const { lines } = await printed(() => import("../../examples/quickStart.ts"));
  expect(lines).toHaveLength(6);
  for (const line of lines.slice(0, 3)) expect(line).toMatch(/(Alien|Blade Runner|Gattaca|The Matrix)$/);
  for (const line of lines.slice(3)) expect(line).toMatch(/(Amélie|Casablanca|Notting Hill|Roman Holiday)$/);
});

it("hybrid gains by genres", async () => {
  const { lines } = await printed(() => import("../../examples/hybrid.ts"));
  const [without, withGenres] = lines.map((line) => Number(/precision at 10 (\S+)/.exec(line)?.[1]));
  expect(without).toBeGreaterThan(0.15);
  expect(withGenres).toBeGreaterThan(without);
});

it("coldStart knows a new film by its genres and a new person by their likes", async () => {
  const { lines } = await printed(() => import("../../examples/coldStart.ts"));
  expect(lines).toEqual([
    "Ada would rather see Dune",
    "Dora would rather see Past Lives",
    "10 films as vectors of 10 components",
    expect.stringMatching(/^Gil: (Roman Holiday, Notting Hill|Notting Hill, Roman Holiday)$/),
  ]);
});

it("newUser recommends to a newcomer, without the rated", async () => {
  const { lines, tables } = await printed(() => import("../../examples/newUser.ts"));
  expect(lines.join("\n")).toMatch(/90003 ratings by 611 people\n.*10001 more; now 671 people/);
  const [rated, recommended] = tables.map((rows) => rows.map(({ title }) => title));
  expect(recommended).toHaveLength(10);
  expect(recommended.filter((title) => rated.includes(title))).toEqual([]);
  // Their ten best are all action films; so is one film in six.
  expect(tables[1].filter(({ genres }) => genres.includes("Action")).length).toBeGreaterThanOrEqual(7);
});

it("saveAndLoad gives the same model back", async () => {
  const { lines } = await printed(() => import("../../examples/saveAndLoad.ts"));
  expect(lines[1].replace("after: ", "before:")).toBe(lines[0]);
  expect(lines[2]).toMatch(/are the same$/);
});

it("the list of examples names them all", () => {
  const folder = new URL("../../examples/", import.meta.url);
  const list = readFileSync(new URL("README.md", folder), "utf8");
  for (const file of readdirSync(folder))
    expect(list).toContain(file === "README.md" ? "# Examples" : `(${file})`);
});
