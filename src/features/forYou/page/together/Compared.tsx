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
        too.{bothRated > 0 && ` You both rated ${countOf(bothRated, nouns)}${agreement(bothRated, agreed)}.`}
      </p>
      {(moreOfOne.length > 0 || moreOfOther.length > 0) && (
        <p>
          {[
            moreOfOne.length > 0 && `Your list has more ${listed(moreOfOne)}`,
            moreOfOther.length > 0 &&
              `${moreOfOne.length > 0 ? "theirs" : "Their list"} has more ${listed(moreOfOther)}`,
          ]
            .filter(Boolean)
            .join("; ")}
          .
        </p>
      )}
    </section>
  );
}

function agreement(bothRated: number, agreed: number): string {
  if (bothRated === 1) return agreed === 1 ? ", and agree to within a star" : ", and disagree";
  return `, ${agreed === bothRated ? "all" : agreed === 0 ? "none" : agreed} of them within a star of each other`;
}

const AND = new Intl.ListFormat("en-GB");
/** "Musical, Children and Animation" */
const listed = (genres: readonly string[]) => AND.format(genres);
