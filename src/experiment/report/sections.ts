import type { ChallengeFindings } from "../challenges/runChallenges.ts";
import type { Section } from "./Section.ts";
import { accuracySection } from "./sections/accuracy.ts";
import { attacksSection } from "./sections/attacks.ts";
import { beyondAccuracySection } from "./sections/beyondAccuracy.ts";
import { closedLoopSection } from "./sections/closedLoop.ts";
import { popularityBiasSection } from "./sections/popularityBias.ts";

/** How each part is told, in the order in which they are run. */
const SECTIONS: { [Part in keyof ChallengeFindings]: (found: ChallengeFindings[Part]) => Section } = {
  accuracy: accuracySection,
  beyondAccuracy: beyondAccuracySection,
  popularityBias: popularityBiasSection,
  closedLoop: closedLoopSection,
  robustness: attacksSection,
};

export interface FoundSection extends Section {
  part: keyof ChallengeFindings;
  /** From 1. */
  number: number;
}

/** Those of the parts that were run. */
export function sectionsOf(found: Partial<ChallengeFindings>): FoundSection[] {
  return (Object.keys(SECTIONS) as (keyof ChallengeFindings)[]).flatMap((part, i) => {
    const of = found[part];
    const section = SECTIONS[part] as (found: unknown) => Section;
    return of === undefined ? [] : [{ part, number: i + 1, ...section(of) }];
  });
}
