import { EncodingChoice } from "../../../core/page/opening/EncodingChoice.tsx";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, countOf } from "../../../ui/words.ts";
import type { OwnRatingsSummary } from "../api.ts";
import type { Chosen } from "./chosenRatings.ts";
import styles from "./ImportDialog.module.css";
import { notesOn } from "./sentences.ts";

/** How much was found, in figures, and what to know about it. */
export function Overview({ summary, chosen }: { summary: OwnRatingsSummary; chosen: Chosen }) {
  const nouns = useNouns();
  const { matched, doubtful, unmatched } = summary;
  const total = matched.length + doubtful.length + unmatched.length;
  return (
    <>
      <p className={styles.lede}>
        {count(matched.length)} of {countOf(total, nouns)} found.
      </p>
      <div className={styles.figures}>
        <FigureList
          figures={[
            { label: "found", figure: count(matched.length) },
            { label: "to confirm", figure: count(doubtful.length) },
            { label: "not in this catalogue", figure: count(unmatched.length) },
          ]}
        />
      </div>
      <div className={styles.notes}>
        {notesOn(summary, chosen, nouns).map((note) => (
          <p key={note}>{note}</p>
        ))}
        {summary.files.map(({ file, encodings }) => (
          <EncodingChoice key={file} file={file} encodings={encodings} />
        ))}
      </div>
    </>
  );
}
