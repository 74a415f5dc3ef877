import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { countOf } from "../../../../ui/words.ts";
import type { Comparison } from "../../api.ts";
import styles from "./Together.module.css";

/** How alike the two tastes are, and where they differ, in figures. */
export function Compared({ comparison }: { comparison: Comparison }) {
  const { inCommon, compared, bothRated, agreed, moreOfOne, moreOfOther } = comparison;
  const nouns = useNouns();
  return (
    <section className={styles.compared} aria-label="How alike your tastes are">
      <p>
        <b>{inCommon}</b> of the first {compared} {nouns.many} on your list are among their first {compared}{" "}
        too.
        {bothRated > 0 &&
          ` You both rated ${countOf(bothRated, nouns)}, ${agreed} of them within a star of each other.`}
      </p>
      {moreOfOne.length + moreOfOther.length > 0 && (
        <p>
          {[
            moreOfOne.length > 0 && `More for you: ${moreOfOne.join(", ")}.`,
            moreOfOther.length > 0 && `More for them: ${moreOfOther.join(", ")}.`,
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
    </section>
  );
}
