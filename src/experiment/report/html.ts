import { escaped } from "./escaped.ts";
import type { Section, Table } from "./Section.ts";
import { svgDotPlot } from "./svgDotPlot.ts";
import { svgPlot } from "./svgPlot.ts";

/** Its words are text, not markup. */
export function htmlTable({ caption, headings, rows }: Table): string {
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join("");
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell) => `<td>${escaped(cell)}</td>`).join("");
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`;
  });
  return `<div class="scroll"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

export function htmlSection({ title, question, about, sentence, plots, dotPlots, tables }: Section): string {
  return [
    `<section><h2>${escaped(title)}</h2><p class="question">${escaped(question)}</p><p class="about">${escaped(about)}</p><p>${escaped(sentence)}</p>`,
    '<div class="plots">',
    ...plots.map(
      (plot) =>
        `<div><h3>${escaped(plot.title)}</h3><p class="unit">${escaped(plot.y)}</p>${svgPlot(plot)}</div>`,
    ),
    '</div><div class="plots small">',
    ...dotPlots.map(
      (plot) =>
        `<div><h3>${escaped(plot.title)}</h3>${svgDotPlot(plot)}<p class="unit">${escaped(plot.x)}</p></div>`,
    ),
    "</div>",
    ...tables.map(htmlTable),
    "</section>",
  ].join("");
}

/** JSON inside a script element: no `<`, so that no text in it can end the element. */
export function embeddedJson(id: string, value: unknown): string {
  const json = JSON.stringify(value, null, 1).replace(/</g, "\\u003c");
  return `<script type="application/json" id="${id}">${json}</script>`;
}
