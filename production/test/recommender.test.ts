import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { cosine } from "../../src/model/similarity.ts";
import { readTables } from "../src/data/openTables.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import { trainingData } from "../src/trained/trainingData.ts";
import { asTrained, trainModel } from "../src/trained/trainModel.ts";
import { temporaryFolder } from "./support/matinee.ts";
import { HYPERPARAMETERS, smallModel } from "./support/smallModel.ts";

let recommender: Recommender;

beforeAll(async () => {
  recommender = await Recommender.create(await smallModel());
});

test("diversity makes items of a list less alike, and keeps the best one first and the rules", async () => {
  const { trained, items } = recommender;
  const vectorOf = (id: string) => {
    const row = trained.mapping.items.get(id) as number;
    return items.embeddings.subarray(row * 8, row * 8 + 8);
  };
  const likeness = (ids: string[]) =>
    ids.reduce(
      (sum, a, i) => sum + ids.slice(0, i).reduce((own, b) => own + cosine(vectorOf(a), vectorOf(b)), 0),
      0,
    );
  const listed = async (diversity: number) =>
    (await recommender.recommend({ user: "27" }, { diversity, labels: ["Drama"] })).map(({ item }) => item);
  const [plain, varied] = [await listed(0), await listed(0.5)];
  expect(varied).toHaveLength(10);
  expect(varied[0]).toBe(plain[0]);
  expect(likeness(varied)).toBeLessThan(likeness(plain));
  const dramas = await recommender.recommend({ user: "27" }, { labels: ["Drama"], n: 10_000 });
  expect(dramas.map(({ item }) => item)).toEqual(expect.arrayContaining(varied));
  await expect(listed(2)).rejects.toThrow("diversity must be from 0 to 1");
});

test("an explanation says what the score loses without each like", async () => {
  const ratings = [
    ["6", 5],
    ["165", 4],
    ["356", 1],
  ] as const;
  const { score, because, title } = await recommender.explain({ ratings }, "1");
  const scoreFor = async (own: (readonly [string, number])[]) =>
    (await recommender.recommend({ ratings: own }, { only: ["1"] }))[0].score;
  expect(title).toBe("Toy Story (1995)");
  expect(score).toBeCloseTo(await scoreFor([...ratings]), 5);
  expect(because.map(({ item }) => item).sort()).toEqual(["165", "6"]);
  const heat = because.find(({ item }) => item === "6");
  expect(heat).toMatchObject({ rating: 5, title: "Heat (1995)" });
  expect(heat?.contribution).toBeCloseTo(score - (await scoreFor([ratings[1], ratings[2]])), 5);

  await expect(recommender.explain({ ratings: [["6", 1]] }, "1")).rejects.toThrow("give ratings first");
  await expect(recommender.explain({ ratings }, "no such")).rejects.toThrow('know the item "no such"');
});

test("somebody known by labels alone gets what people of these labels like", async () => {
  const folder = temporaryFolder();
  const write = (name: string, lines: string[]) => {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    return join(folder, name);
  };
  const users = Array.from({ length: 40 }, (_, i) => i);
  // Women like the first ten of twenty items, men the others.
  const ratings = users.flatMap((user) => [
    ...Array.from({ length: 7 }, (_, i) => `${user},${100 + (user % 2) * 10 + ((i * 3 + user) % 10)},5`),
    `${user},${110 - (user % 2) * 10 + (user % 10)},1`,
  ]);
  const catalogue = await readTables([
    write("ratings.csv", ["userId,movieId,rating", ...ratings]),
    write("users.csv", ["userId,gender", ...users.map((user) => `${user},${user % 2 ? "M" : "F"}`)]),
  ]);
  const data = trainingData(catalogue);
  const model = await trainModel(data, { hyperparameters: HYPERPARAMETERS, epochs: 30, threads: 1 });
  const taught = await Recommender.create(asTrained(model, data));
  for (const [label, first] of [
    ["gender F", 100],
    ["gender M", 110],
  ] as const) {
    const list = await taught.recommend({ labels: [label] }, { n: 5, diversity: 0.1 });
    for (const { item } of list) expect(Math.floor(Number(item) / 10) * 10).toBe(first);
  }
  await expect(taught.recommend({ labels: ["gender X"] })).rejects.toThrow("gender X");
});
