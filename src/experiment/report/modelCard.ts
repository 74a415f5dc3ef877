import { count } from "./format.ts";
import { HEADS } from "./heads.ts";
import { checkReport, madeWith, type ReportInput } from "./htmlReport.ts";
import type { Section, Table } from "./Section.ts";
import { accuracySection, USERS } from "./sections/accuracy.ts";
import { sectionsOf } from "./sections.ts";

/**
 * A model card (Mitchell et al. 2019, "Model cards for model reporting") in Markdown, to go with an exported model.
 * It says which parts were not measured.
 * @throws ArgumentError if a part of the input is unknown or missing.
 */
export function modelCard(input: ReportInput): string {
  checkReport(input);
  const { data, challenges = {} } = input;
  const { accuracy } = challenges;
  const sections = sectionsOf(challenges);
  const unmeasured = "Not measured.";
  return [
    `# Model card: ${oneLine(data.name)}`,
    "## Model",
    "A hybrid matrix factorisation (LightFM; Kula 2015, arXiv:1507.08439): users and items are sums of the embeddings of their features, and a score is the dot product of both plus their biases. The `.npz` file holds arrays under LightFM's names.",
    table({ headings: ["Setting", "Value"], rows: madeWith(input) }),
    "## Data",
    `${oneLine(data.name)}: ${count(data.interactions)} ratings of ${count(data.items)} ${oneLine(data.many)} by ${count(data.users)} users. Ratings above the threshold of the data are likes. Figures are of a model of the same settings that learnt from 70% of the ratings.`,
    "## Intended use",
    "To rank items for people whose ratings it knows, or who give some. It is not meant to judge people or items, or to predict ratings; scores of different people are not comparable.",
    "## Accuracy",
    ...(accuracy ? aboutAccuracy(accuracySection(accuracy)) : [unmeasured]),
    "## Limits",
    ...LIMITS.map((part) => {
      const section = sections.find((of) => of.part === part);
      return `- ${section ? section.sentence : `${HEADS[part].title}: ${unmeasured.toLowerCase()}`}`;
    }),
    "",
  ].join("\n\n");
}

const LIMITS = ["beyondAccuracy", "popularityBias", "closedLoop", "robustness"] as const;

/** How good it is beside other recommenders, and for whom. */
function aboutAccuracy({ sentence, tables: [contestants, differences, ...others] }: Section): string[] {
  return [
    sentence,
    table(contestants),
    `${differences.caption}. Brackets hold 95% intervals over users; * marks a difference beyond noise.`,
    table(differences),
    "## For whom",
    ...others
      .filter(({ headings }) => headings[0] === USERS)
      .flatMap((users) => [`${users.caption}.`, table(users)]),
  ];
}

function table({ headings, rows }: Pick<Table, "headings" | "rows">): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text that may come from data, made safe to stand in a table. */
function cell(text: string): string {
  return oneLine(text).replace(/\|/g, "\\|");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/</g, "&lt;");
}
