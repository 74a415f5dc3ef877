import { checkKeys, checkOptions, checkSeed, show, wholeNumber } from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import type { ChallengeFindings } from "../challenges/runChallenges.ts";
import { checkSettings, type ModelSettings } from "../defaults.ts";
import { escaped } from "./escaped.ts";
import type { ExperimentReport } from "./experimentReport.ts";
import { count } from "./format.ts";
import { embeddedJson, htmlSection, htmlTable } from "./html.ts";
import { replaySection } from "./replaySection.ts";
import { sectionsOf } from "./sections.ts";
import { updatesSection } from "./updatesSection.ts";

/** What a report or a model card is made of. */
export interface ReportInput {
  data: { name: string; users: number; items: number; interactions: number /** "films" */; many: string };
  /** Matinee's version. */
  version: string;
  /** Date and time as ISO 8601 text. */
  madeAt: string;
  seed: number;
  settings: ModelSettings;
  epochs: number;
  /** Parts that were not run are left out of the report. */
  challenges?: Partial<ChallengeFindings>;
  experiment?: ExperimentReport;
}

/**
 * A report to send to a colleague: one HTML file that loads nothing, with every figure, its interval, its picture and
 * the settings behind it. The numbers are embedded as JSON under the id "numbers".
 * @throws ArgumentError if a part of the input is unknown or missing.
 */
export function htmlReport(input: ReportInput): string {
  checkReport(input);
  const { data, challenges = {}, experiment } = input;
  const sections = [
    ...sectionsOf(challenges),
    ...(experiment ? [updatesSection(experiment)] : []),
    ...(experiment?.replay ? [replaySection(experiment.replay)] : []),
  ];
  const title = `How good is this? ${data.name}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${count(data.interactions)} ratings of ${count(data.items)} ${escaped(data.many)} by ${count(data.users)} users. Brackets hold 95% intervals over users; * marks a difference beyond noise.</p>
${sections.map(htmlSection).join("\n")}
<section><h2>How this was made</h2>${htmlTable({ caption: "", headings: ["Setting", "Value"], rows: madeWith(input) })}</section>
</main>
${embeddedJson("numbers", input)}
</body>
</html>
`;
}

/** @throws ArgumentError if a part of the input is unknown or missing. */
export function checkReport(input: ReportInput): void {
  checkOptions(input, REPORT_PARTS, "input");
  checkKeys(input.data, ["name", "users", "items", "interactions", "many"], "input.data");
  for (const name of ["users", "items", "interactions"] as const) {
    wholeNumber(`input.data.${name}`, input.data[name], 0, Number.MAX_SAFE_INTEGER);
  }
  const { data, version, madeAt } = input;
  for (const [name, text] of Object.entries({ name: data.name, many: data.many, version, madeAt })) {
    if (typeof text !== "string")
      throw new ArgumentError(`input's ${name} must be a text, not ${show(text)}.`);
  }
  checkSeed(input.seed);
  wholeNumber("input.epochs", input.epochs, 0, Number.MAX_SAFE_INTEGER);
  checkSettings(input.settings);
}

const REPORT_PARTS: readonly string[] = [
  "data",
  "version",
  "madeAt",
  "seed",
  "settings",
  "epochs",
  "challenges",
  "experiment",
] satisfies (keyof ReportInput)[];

/** Settings, seed and versions, by name. */
export function madeWith(input: ReportInput): [string, string][] {
  const { version, madeAt, seed, settings, epochs, challenges = {} } = input;
  const { hyperparameters, featureWeights } = settings;
  return [
    ["Matinee", version],
    ["Made", madeAt],
    ["Seed", String(seed)],
    ["Epochs", String(epochs)],
    ...Object.entries(hyperparameters).map(([name, value]): [string, string] => [name, String(value)]),
    ["weight of user features", String(featureWeights.users)],
    ["weight of item features", String(featureWeights.items)],
    ...simulated("feedback loop", challenges.closedLoop?.settings),
    ...simulated("fraud", challenges.robustness?.settings),
  ];
}

/** The settings of a simulation, if it was run. */
function simulated(name: string, settings: object | undefined): [string, string][] {
  return Object.entries(settings ?? {}).map(([setting, value]) => [`${name}: ${setting}`, String(value)]);
}

const STYLE = `:root{color-scheme:light dark;--ink:#10151c;--quiet:#566270;--line:#d9dfe5;--ground:#f4f6f7}
@media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--quiet:#98a4b3;--line:#28313d;--ground:#0d1117}}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:32px 16px}
h1{font-size:30px;line-height:1.2}h2{font-size:22px;margin-top:48px}h3{font-size:15px;margin-bottom:4px}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(400px,100%),1fr));gap:16px 32px}
.plots.small{grid-template-columns:repeat(auto-fill,minmax(min(290px,100%),1fr))}
.row line,.row circle{stroke:var(--s4);fill:var(--s4)}.row .bar{stroke-width:2}.row .name{fill:currentColor;stroke:none}
.row.main :is(line,circle){stroke:var(--s0);fill:var(--s0)}.row.main .bar{stroke-width:3}.row.main .name{font-weight:600}
.row .point{fill:none}.zero{stroke:var(--quiet);stroke-dasharray:3 3}.dots text{font-size:13px}.unit{color:var(--quiet);font-size:12px;margin:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:13px;margin:8px 0}
th,td{padding:4px 12px 4px 0;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child{text-align:left;font-weight:500}thead th{color:var(--quiet)}
svg{width:100%;max-width:560px;height:auto;display:block}.grid{stroke:var(--line)}
.tick,.axis{fill:var(--quiet);font-size:13px}.name{font-size:13px}
.bar[class*=" s"]{stroke-opacity:.55}
polyline{fill:none;stroke-width:2}
polyline.main{stroke-width:3}.name.main{font-weight:600}.question{font-size:1.15em}.about{color:var(--quiet)}caption{text-align:left;font-weight:600;padding:16px 0 4px}
:root{--s0:#0b5cad;--s1:#8a5d00;--s2:#2f7a33;--s3:#a33b8f;--s4:#5f6872;--s5:#b3391f}
@media(prefers-color-scheme:dark){:root{--s0:#79b8ff;--s1:#ffc62b;--s2:#6fcf73;--s3:#e28bd0;--s4:#98a4b3;--s5:#ff8a70}}
${[0, 1, 2, 3, 4, 5].map((i) => `.s${i}{stroke:var(--s${i});fill:var(--s${i})}`).join("")}
polyline[class]{fill:none}text.name{stroke:none}`;
