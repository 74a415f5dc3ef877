import type { HitRates } from "../hitRates.ts";
import { RECENT } from "../RecentHits.ts";
import type { Hits } from "../replay.ts";
import { count, day, difference, interval, share } from "./format.ts";
import { replaySentence } from "./replaySentence.ts";
import type { Section } from "./Section.ts";

const LINES = [
  { of: "learning", name: "keeps learning" },
  { of: "foldIn", name: "fold-in only" },
  { of: "frozen", name: "frozen" },
  { of: "popularity", name: "popularity" },
] as const satisfies readonly { of: keyof Hits; name: string }[];

/** The new ratings one by one, each first predicted, then learnt. */
export function replaySection(found: Omit<HitRates, "perUser">): Section {
  const { users, rates, learningLess, course, predicted, byNewUsers } = found;
  const title = `hit rate at 10, of the last ${count(RECENT)} likes`;
  return {
    title: "Replay",
    question: "Does it help to learn from each rating as it comes?",
    about: `The new ratings in order of time: first predicted, then learnt. The hit rate is how often what a user liked next was among their ten best. Fold-in knows what users did, but learns nothing about items; frozen cannot know who came later, and ${share(byNewUsers / predicted, 0)} of these likes are theirs.`,
    sentence: replaySentence({ learningLess }),
    plots: [
      {
        title: `Replay: ${title}`,
        x: "new ratings replayed",
        y: "hit rate at 10",
        isSideBySide: true,
        lines: LINES.map(({ of, name }) => ({
          name,
          points: course.flatMap(({ replayed, recent }) =>
            recent ? { x: replayed, y: recent.rates[of] } : [],
          ),
          isMain: of === "learning",
        })),
      },
    ],
    dotPlots: [],
    tables: [
      {
        caption: `Hit rate at 10, each of ${count(users)} users counting once`,
        headings: ["", "Hit rate at 10", "Keeps learning, minus this"],
        rows: LINES.map(({ of, name }) => [
          name,
          interval(rates[of]),
          of === "learning" ? "–" : difference(learningLess[of]),
        ]),
      },
      {
        caption: `Replay: ${title}, each counting once`,
        headings: [
          "New ratings",
          "By",
          "Users",
          ...LINES.map(({ name }) => name),
          "keeps learning, minus fold-in",
        ],
        rows: course.flatMap(({ replayed, time, recent }) =>
          recent
            ? [
                [
                  ...[count(replayed), day(time), count(recent.users)],
                  ...LINES.map(({ of }) => interval(recent.rates[of])),
                  difference(recent.learningLess.foldIn),
                ],
              ]
            : [],
        ),
      },
    ],
  };
}
