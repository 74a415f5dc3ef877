import { checkOptions, numberInRange, optionalBoolean, show } from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import type { SeededRandom } from "../../matrix/random.ts";

/** A range of numbers; both ends must be above 0 if `log` is set. */
export interface Range {
  from: number;
  to: number;
  /** Uniform in the logarithm, as suits rates and penalties. */
  log?: boolean;
}

/** The values to choose from for each name. */
export type SearchSpace<Values extends object> = {
  readonly [Name in keyof Values]?:
    | readonly Values[Name][]
    | (Values[Name] & number extends never ? never : Range);
};

/**
 * @param check throws where a name cannot have a value
 * @throws ArgumentError if a name is unknown, has nothing to choose from, or a range does not ascend.
 */
export function checkSpace<Values extends object>(
  space: SearchSpace<Values>,
  names: readonly string[],
  check: (name: string, value: unknown) => void,
): void {
  checkOptions(space, names, "space");
  for (const [name, choice] of Object.entries(space) as [string, readonly unknown[] | Range | undefined][]) {
    if (choice === undefined) continue;
    const place = `space.${name}`;
    if (isList(choice)) {
      if (choice.length === 0) throw new ArgumentError(`${place} must hold at least one value.`);
      for (const value of choice) check(name, value);
      continue;
    }
    checkOptions(choice, ["from", "to", "log"], place);
    const { from, to, log = false } = choice;
    optionalBoolean(`${place}.log`, log);
    numberInRange(`${place}.from`, from, (x) => x > 0 || !log, "above 0 where log is set");
    numberInRange(`${place}.to`, to, (x) => x >= from, `${show(from)} or more, as from is`);
    for (const end of [from, to]) check(name, end);
  }
}

/**
 * One value for each name of the space, independently.
 * @param whole names of which only whole numbers are drawn
 */
export function drawFrom<Values extends object>(
  space: SearchSpace<Values>,
  random: SeededRandom,
  whole: readonly string[] = [],
): Partial<Values> {
  const drawn: [name: string, value: unknown][] = [];
  for (const [name, choice] of Object.entries(space) as [string, readonly unknown[] | Range | undefined][]) {
    if (!choice) continue;
    const value = isList(choice)
      ? choice[random.below(choice.length)]
      : numberIn(choice, random, whole.includes(name));
    drawn.push([name, value]);
  }
  return Object.fromEntries(drawn) as Partial<Values>;
}

/** About half of the values of `other`, the rest of `drawn`. */
export function crossed<Values extends object>(other: Values, drawn: Values, random: SeededRandom): Values {
  const kept = Object.entries(other).filter(() => random.float() < 0.5);
  return { ...drawn, ...Object.fromEntries(kept) };
}

function isList(choice: readonly unknown[] | Range): choice is readonly unknown[] {
  return Array.isArray(choice);
}

/** A whole number, or one of two significant digits, so that it can be read and typed. */
function numberIn({ from, to, log = false }: Range, random: SeededRandom, isWhole: boolean): number {
  const at = random.float();
  const drawn = log ? from * (to / from) ** at : from + (to - from) * at;
  const rounded = isWhole ? Math.round(drawn) : Number(drawn.toPrecision(2));
  return Math.min(to, Math.max(from, rounded));
}
