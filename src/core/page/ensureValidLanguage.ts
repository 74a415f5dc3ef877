/**
 * Some browsers call their language "C" in a bare Linux session, which `Intl` refuses: a library that formats
 * numbers for `navigator.language`, as uPlot does on loading, would take its whole place down. Here such a language
 * becomes that of the page.
 */
export function ensureValidLanguage(): void {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    Object.defineProperty(navigator, "language", { value: document.documentElement.lang });
  }
}
