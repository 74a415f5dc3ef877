/** Text that may come from data, made safe to stand in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @param headings and cells are text, not markup */
export function htmlTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join("");
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell) => `<td>${escaped(cell)}</td>`).join("");
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

/** JSON inside a script element: no `<`, so that no text in it can end the element. */
export function embeddedJson(id: string, value: unknown): string {
  const json = JSON.stringify(value, null, 1).replace(/</g, "\\u003c");
  return `<script type="application/json" id="${id}">${json}</script>`;
}
