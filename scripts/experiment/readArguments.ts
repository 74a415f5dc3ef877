import { parseArgs } from "node:util";
import { ArgumentError } from "../../src/errors.ts";
import { sentenceOf, withNumbers } from "../run.js";

export const USAGE =
  "npm run experiment -- [--data DIR] [--seed N] [--seeds N] [--epochs LIST] [--user ID] [--search SECONDS] [--replay] [--challenges] [--json FILE] [--report FILE]";

export interface Arguments {
  /** A folder; the embedded data if left out. */
  data: string | undefined;
  seed: number;
  /** How many seeds are run, from `seed` on. */
  seeds: number;
  /** Ascending, each once. */
  epochs: number[] | undefined;
  user: string | undefined;
  /** Seconds. */
  search: number | undefined;
  json: string | undefined;
  /** An HTML file. */
  report: string | undefined;
  replay: boolean;
  challenges: boolean;
}

const SEED = 42;
const MOST_SEEDS = 100;
const MOST_EPOCHS = 10_000;
const A_DAY = 86_400;

/** @throws ArgumentError if an argument is wrong, naming it and what it may be. */
export function readArguments(args: string[]): Arguments {
  const { data, seed, seeds, epochs, user, search, replay, challenges, json, report } = parse(args);
  return {
    data: named("data", data),
    seed: seed === undefined ? SEED : wholeNumber("seed", seed, 0, Number.MAX_SAFE_INTEGER),
    seeds: seeds === undefined ? 1 : wholeNumber("seeds", seeds, 1, MOST_SEEDS),
    epochs: epochs === undefined ? undefined : readEpochs(epochs),
    user: named("user", user),
    search: search === undefined ? undefined : readSeconds(search),
    json: named("json", json),
    report: named("report", report),
    replay: replay ?? false,
    challenges: challenges ?? false,
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    data: text,
    seed: text,
    seeds: text,
    epochs: text,
    user: text,
    search: text,
    json: text,
    report: text,
    replay: flag,
    challenges: flag,
  };
  try {
    return parseArgs({ args: withNumbers(args), options }).values;
  } catch (error) {
    throw new ArgumentError(sentenceOf(error as Error));
  }
}

function named(name: string, value: string | undefined): string | undefined {
  if (value === "") throw new ArgumentError(`--${name} is empty.`);
  return value;
}

function readEpochs(list: string): number[] {
  const epochs = list.split(",").map((count) => wholeNumber("epochs", count.trim(), 1, MOST_EPOCHS));
  return [...new Set(epochs)].sort((a, b) => a - b);
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    const list = name === "epochs" ? ", or several with commas between them, such as 10,20,40" : "";
    throw new ArgumentError(
      `--${name} must be a whole number from ${least} to ${most}${list}, not ${JSON.stringify(text)}.`,
    );
  }
  return value;
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0 && seconds <= A_DAY)) {
    throw new ArgumentError(
      `--search must be a number of seconds above 0, at most ${A_DAY}, not ${JSON.stringify(text)}.`,
    );
  }
  return seconds;
}
