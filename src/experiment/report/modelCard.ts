import { count, difference, interval } from "./format.ts";
import { madeWith, type ReportInput } from "./htmlReport.ts";
import {
  accuracySentence,
  closedLoopSentence,
  frontierSentence,
  popularityBiasSentence,
  robustnessSentence,
} from "./sentences.ts";

/**
 * A model card (Mitchell et al. 2019, "Model cards for model reporting") in Markdown, to lie beside an exported
 * model. Parts that were not measured say so.
 */
export function modelCard(input: ReportInput): string {
  const { data, challenges = {} } = input;
  const { accuracy, beyondAccuracy, popularityBias, closedLoop, robustness } = challenges;
  const unmeasured = "Not measured.";
  const groups = accuracy ? [...accuracy.byActivity, ...accuracy.byUserFeature] : [];
  return [
    `# Model card: ${oneLine(data.name)}`,
    "## Model",
    "A hybrid matrix factorisation (LightFM; Kula 2015, arXiv:1507.08439): users and items are sums of the embeddings of their features, and a score is the dot product of both plus their biases. The `.npz` file holds arrays under LightFM's names.",
    table(["", ""], madeWith(input)),
    "## Data",
    `${oneLine(data.name)}: ${count(data.interactions)} ratings of ${count(data.items)} ${oneLine(data.many)} by ${count(data.users)} users. Ratings above the threshold of the data are likes. Figures are of a model of the same settings that learnt from 70% of the ratings.`,
    "## Intended use",
    "To rank items for people whose ratings it knows, or who give some. It is not meant to judge people or items, or to predict ratings; scores of different people are not comparable.",
    "## Accuracy",
    accuracy ? accuracySentence(accuracy) : unmeasured,
    ...(accuracy
      ? [
          table(
            ["", "AUC", "precision at 10", "nDCG at 10"],
            (["model", "popularity", "random"] as const).map((name) => [
              name,
              ...[accuracy[name].auc, accuracy[name].precisionAt10, accuracy[name].ndcgAt10].map(interval),
            ]),
          ),
          `Model less popularity on the same users: AUC ${difference(accuracy.modelLessPopularity.auc)}, precision at 10 ${difference(accuracy.modelLessPopularity.precisionAt10)}. Brackets hold 95% bootstrap intervals over users.`,
          "## For whom",
          table(
            ["users", "AUC", "precision at 10"],
            groups.map(({ name, figures }) => [name, interval(figures.auc), interval(figures.precisionAt10)]),
          ),
        ]
      : []),
    "## Limits",
    ...[
      beyondAccuracy ? frontierSentence(beyondAccuracy) : `Variety and coverage: ${unmeasured.toLowerCase()}`,
      popularityBias
        ? popularityBiasSentence(popularityBias)
        : `Popularity bias: ${unmeasured.toLowerCase()}`,
      closedLoop
        ? closedLoopSentence(closedLoop)
        : `Learning from its own lists: ${unmeasured.toLowerCase()}`,
      robustness ? robustnessSentence(robustness) : `Fraud: ${unmeasured.toLowerCase()}`,
    ].map((limit) => `- ${limit}`),
    "",
  ].join("\n\n");
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
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
