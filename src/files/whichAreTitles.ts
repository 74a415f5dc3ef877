/** How titles and names begin; what people go by on a computer does not. */
const BEGUN = /^[\p{Lu}\p{Lo}"'“«¿¡([]/u;
/** "Anna", "Mary-Jane O'Neil", "Ann B. Smith", "Vincent van Gogh" */
const OF_A_PERSON =
  /^[\p{Lu}\p{Lo}][\p{Ll}\p{Lo}]['’\p{L}.-]*(?:(?: (?:van|von|der?|den|da|del|di|bin|al))? [\p{Lu}\p{Lo}]['’\p{L}.-]*){0,2}$/u;
const ARTICLE = /^(?:the|an?|la|le|les|el|los|las|der|die|das|il|lo|gli|une?|eine?|os?)\s/i;
const YEAR = /\((?:18|19|20)\d\d\)$/;
/** Other names have one word, or three, now and then. */
const LEAST_OF_TWO_WORDS = 5;
const MOST = 0.8;
const CLEARLY = 0.2;

/**
 * Which of two sets of names are titles, the other being people's: "first", "second", or "either" where both could be;
 * null where they are ids, or nothing tells.
 */
export function whichAreTitles(
  first: readonly string[],
  second: readonly string[],
): "first" | "second" | "either" | null {
  const share = (names: readonly string[], is: (name: string) => boolean) =>
    names.filter(is).length / Math.max(1, names.length);
  const [one, other] = [first, second].map((names) => ({
    begun: share(names, (name) => BEGUN.test(name)) > MOST,
    titles: share(names, isTitle),
    people: share(names, isOfAPerson),
    areTwoWords: names.length >= LEAST_OF_TWO_WORDS && names.every((name) => name.split(/\s+/).length === 2),
    areLong: names.some((name) => /\p{L}\S*\s+\S/u.test(name)),
    areNumbers: names.every((name) => /^\d+$/.test(name)),
  }));
  if (!one.begun && !other.begun) return null;
  if (one.begun !== other.begun) {
    const [named, called] = one.begun ? [one, other] : [other, one];
    const isSure = named.titles > CLEARLY || (named.areLong && !named.areTwoWords && !called.areNumbers);
    return isSure ? (one.begun ? "first" : "second") : null;
  }
  const areMore = (some: number, others: number) => some > others + CLEARLY || (some > 0 && others === 0);
  if (areMore(one.titles, other.titles)) return "first";
  if (areMore(other.titles, one.titles)) return "second";
  if (one.people < MOST || other.people < MOST) return null;
  // Full names all have two words; of titles, only some do.
  if (one.areTwoWords !== other.areTwoWords) return one.areTwoWords ? "second" : "first";
  return "either";
}

/** Words that no person is called by: an article in front, small words between, a year behind; "Child 3" is somebody. */
function isTitle(name: string): boolean {
  return (
    YEAR.test(name) ||
    (BEGUN.test(name) && /\p{L}{2}/u.test(name) && /\s.*\D$/.test(name) && !isOfAPerson(name))
  );
}

function isOfAPerson(name: string): boolean {
  return OF_A_PERSON.test(name) && !ARTICLE.test(name);
}
