import { beforeAll, expect, it } from "vitest";
import { readCatalogue } from "../../../src/dataset/reading/readCatalogue.ts";
import { runChallenges } from "../../../src/experiment/challenges/runChallenges.ts";
import { dotPlotLayout } from "../../../src/experiment/report/dotPlotLayout.ts";
import { htmlReport, type ReportInput } from "../../../src/experiment/report/htmlReport.ts";
import { modelCard } from "../../../src/experiment/report/modelCard.ts";
import { HEIGHT, plotLayout, WIDTH } from "../../../src/experiment/report/plotLayout.ts";
import { accuracySection } from "../../../src/experiment/report/sections/accuracy.ts";
import { frontierSentence } from "../../../src/experiment/report/sentences.ts";
import { svgDotPlot } from "../../../src/experiment/report/svgDotPlot.ts";
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
  for (const heading of ["Accuracy", "Beyond accuracy", "Popularity bias", "Feedback loop", "Fraud"]) {
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
    precisionChange: point.value > 0.25 ? cost : noise,
  }));
  expect(frontierSentence(found)).toContain("Variety up to 0.25 costs no precision beyond noise");
});

it("shows each figure of accuracy with its picture and its interval, and says how the model stands to each peer", () => {
  const found = input.challenges?.accuracy;
  if (!found) throw new Error("Accuracy was not measured.");
  const { dotPlots, tables, sentence } = accuracySection(found);
  expect(dotPlots.map(({ title }) => title).slice(0, 3)).toEqual([
    "Beside other recommenders",
    "The model minus each, on the same users",
    "By how many likes of a user are known",
  ]);
  expect(tables.map(({ caption }) => caption)).toContain("By how many likes of a user are known");
  const noise = { mean: 0, low: -0.01, high: 0.01, users: 80 };
  const ahead = { mean: 0.02, low: 0.01, high: 0.03, users: 80 };
  const [knn, ease] = found.peers.map((peer, i) => ({
    ...peer,
    modelLessPeer: { ...peer.modelLessPeer, precisionAt10: i === 0 ? ahead : noise },
  }));
  const theirs = [knn, ease].map(({ figures: { precisionAt10 } }) => {
    const [mean, low, high] = (["mean", "low", "high"] as const).map((of) =>
      (10 * precisionAt10[of]).toFixed(1),
    );
    return `${mean} (${low} to ${high})`;
  });
  expect(accuracySection({ ...found, peers: [knn, ease] }).sentence).toContain(
    `On the same users that is more than the ${theirs[0]} of item kNN and within noise of the ${theirs[1]} of EASE.`,
  );
  expect(accuracySection({ ...found, peers: [] }).sentence).not.toContain("On the same users");
  expect(sentence).not.toContain("NaN");
});

it("draws rows of a dot plot on one axis, with 0 where figures are differences", () => {
  const row = (mean: number, low: number, high: number) => ({
    name: "Less-than-<b> a name that is far too long",
    interval: { mean, low, high, users: 9 },
  });
  const plot = { title: "t", x: "x", rows: [row(0.1, 0.05, 0.15), row(0.2, Number.NaN, Number.NaN)] };
  const layout = dotPlotLayout({ ...plot, isDifference: true, isShare: true });
  expect(layout?.ticks.map(({ text }) => text)).toEqual(["0%", "+10%", "+20%"]);
  expect(layout?.ticks.filter(({ isZero }) => isZero)).toHaveLength(1);
  const [first, second] = layout?.rows ?? [];
  const middle = ((first.bar?.from ?? 0) + (first.bar?.to ?? 0)) / 2;
  expect(first.dot).toBeCloseTo(middle, 6);
  expect(second.bar).toBeNull();
  expect(second.dot).toBeGreaterThan(first.bar?.to ?? 0);
  for (const x of [first.bar?.from, second.dot]) expect(x).toBeGreaterThan(layout?.left ?? 0);
  expect(second.dot).toBeLessThan(layout?.right ?? 0);
  expect(first.name.length).toBeLessThan(25);
  expect(svgDotPlot(plot)).toContain("Less-than-&#60;b&#62; a name …".slice(0, 20));
  expect(dotPlotLayout({ ...plot, rows: [row(Number.NaN, Number.NaN, Number.NaN)] })).toBeNull();
  // Where all figures are alike there is still an axis.
  expect(dotPlotLayout({ ...plot, rows: [row(0.5, 0.5, 0.5)] })?.ticks.length).toBeGreaterThan(0);
});

it("draws every point within the picture", () => {
  const axes = { title: "t", x: "x", y: "y" };
  const svg = svgPlot({ ...axes, lines: [{ name: "a<b", points: [1, 2, 5].map((x) => ({ x, y: -x })) }] });
  expect(svg).toContain("a&#60;b");
  const places = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(places).toHaveLength(3);
  for (const [x, y] of places) expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true);
  expect(svgPlot({ ...axes, lines: [] })).toBe("");
  // An interval is a bar through its point, within the picture and beside those of other lines.
  const y = { mean: 0.2, low: 0.1, high: 0.4, users: 9 };
  const lines = ["a", "b"].map((name) => ({ name, points: [{ x: 1, y }] }));
  const [first, second] = plotLayout({ ...axes, lines, isSideBySide: true })?.lines ?? [];
  const [low, high] = first.spots[0].upwards;
  expect(low).toBeLessThanOrEqual(HEIGHT);
  expect(first.spots[0].y - high).toBeCloseTo(2 * (low - first.spots[0].y), 6);
  expect(first.spots[0].x).toBeLessThan(second.spots[0].x);
  expect(svgPlot({ ...axes, lines }).match(/class="bar/g)).toHaveLength(2);
  // What names leave is the plot's.
  const named = (name: string) => plotLayout({ ...axes, lines: [{ ...lines[0], name }] })?.right ?? 0;
  expect(named("a longer name")).toBeLessThan(named("a name"));
  expect(named("independent feedback")).toBeLessThan(WIDTH - 140);
});
