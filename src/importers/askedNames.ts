/** What the questions of a form for oneself ask for, by how their columns are called elsewhere. */
const ASKED: readonly (readonly [string, RegExp])[] = [
  [
    "title",
    /^¿?(?:what|which|welche[nrs]?|was|quel|qué|que|cuál)\b.*(?:\b(?:film|movie|watch|see|saw|seen|gesehen|geschaut|película)\b|vu\b)/i,
  ],
  [
    "year",
    /^¿?(?:(?:when|what year|which year|wann|quand|cuándo)\b.*(?:made|released|come out|came out|year|erschien|gedreht|sorti|estren)|(?:what|which) year\b)/i,
  ],
  [
    "rating",
    /^¿?(?:how (?:was it|many (?:stars|points)|much did you|would you rate|good)|did you (?:like|enjoy)|(?:please )?rate (?:it|the|this)|wie (?:viele (?:sterne|punkte)|hat|gut|bewertest)|quelle note|combien d|as-tu aimé|cuántas estrellas|qué nota|te gustó)/i,
  ],
];
const WHO = /name|e-?mail|\bwho\b|\bwer\b|\bqui\b|qui[eé]n/i;

/**
 * A header whose questions are called as what they ask for, "What did you watch?" is "title"; as it is where somebody is
 * asked who they are, or the same more than once, as surveys of many films do.
 */
export function withAnswers(header: readonly string[]): readonly string[] {
  const roles = header.map((name) => ASKED.find(([, asks]) => asks.test(name.trim()))?.[0] ?? null);
  const asked = roles.filter((role) => role !== null);
  if (new Set(asked).size < asked.length || !asked.includes("title") || header.some((name) => WHO.test(name)))
    return header;
  return header.map((name, place) => roles[place] ?? name);
}
