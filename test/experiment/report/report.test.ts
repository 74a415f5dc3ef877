import { beforeAll, expect, it } from "vitest";
import { readCatalogue } from "../../../src/dataset/readCatalogue.ts";
import { runChallenges } from "../../../src/experiment/challenges/runChallenges.ts";
import { htmlReport, type ReportInput } from "../../../src/experiment/report/htmlReport.ts";
import { modelCard } from "../../../src/experiment/report/modelCard.ts";
import { frontierSentence } from "../../../src/experiment/report/sentences.ts";
import { svgPlot } from "../../../src/experiment/report/svgPlot.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";
import { trialSettings } from "../../support/tasteTrial.ts";

let input: ReportInput;
let parts: string[] = [];
beforeAll(async () => {
  const catalogue = await readCatalogue([ratingsFile(tasteRatings), filmsFile()]);
  parts = [];
  const challenges = await runChallenges(catalogue, {
    seed: 3,
    settings: trialSettings,
    epochs: 5,
    loop: { rounds: 2, users: 30, epochs: 2 },
    attacks: { size: 0.1, epochs: 2 },
    onStep: {
      accuracy: () => parts.push("accuracy"),
      robustness: () => parts.push("robustness"),
    },
  });
  input = {
    data: { name: "</script><b>Tastes|", users: 80, items: 30, interactions: 1000, many: "films" },
    version: "0.1.0",
    madeAt: "2026-11-25T12:00:00Z",
    seed: 3,
    settings: trialSettings,
    epochs: 5,
    challenges,
  };
});

it("tells of each part as soon as it is done", () => {
  expect(parts).toEqual(["accuracy", "robustness"]);
});

it("is one file that loads nothing, with the numbers it shows", () => {
  const html = htmlReport(input);
  expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import|https?:/);
  expect(html).toContain("default-src 'none'");
  for (const heading of ["Accuracy", "Beyond accuracy", "Popularity bias", "Ranking bias", "Fraud"]) {
    expect(html).toContain(`<h2>${heading}`);
  }
  expect(html).not.toContain("New users");
  const json = /<script type="application\/json" id="numbers">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const numbers = JSON.parse(json);
  expect(numbers).toEqual(JSON.parse(JSON.stringify(input)));
  expect(html).toContain(numbers.challenges.accuracy.model.auc.mean.toFixed(4));
  expect(html).not.toContain("<b>");
  expect(htmlReport(input)).toBe(html);
});

it("leaves out what was not run", () => {
  const html = htmlReport({ ...input, challenges: {} });
  expect(html.match(/<h2>/g)).toHaveLength(1);
  expect(modelCard({ ...input, challenges: {} })).toContain("Not measured.");
});

it("is a model card in Markdown, whose tables no name can break", () => {
  const card = modelCard(input);
  expect(card).toContain("# Model card: &lt;/script>");
  expect(card).toContain(`| Model | ${input.challenges?.accuracy?.model.precisionAt10.mean.toFixed(4)}`);
  expect(card).not.toContain("NaN");
});

it("calls a control free only as far as its cost is within noise", () => {
  const found = structuredClone(input.challenges?.beyondAccuracy);
  if (!found) throw new Error("The frontier was not measured.");
  const cost = { mean: -0.1, low: -0.2, high: -0.05, users: 80 };
  const noise = { ...cost, high: 0.05 };
  found.varietyControl = found.varietyControl.map((point) => ({
    ...point,
    cost: point.value > 0.25 ? cost : noise,
  }));
  expect(frontierSentence(found)).toContain("Variety up to 0.25 costs no precision beyond noise");
});

it("draws every point within the picture", () => {
  const axes = { title: "t", x: "x", y: "y" };
  const svg = svgPlot({ ...axes, lines: [{ name: "a<b", points: [1, 2, 5].map((x) => ({ x, y: -x })) }] });
  expect(svg).toContain("a&#60;b");
  const places = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(places).toHaveLength(3);
  for (const [x, y] of places) expect(x >= 0 && x <= 560 && y >= 0 && y <= 300).toBe(true);
  expect(svgPlot({ ...axes, lines: [] })).toBe("");
});
