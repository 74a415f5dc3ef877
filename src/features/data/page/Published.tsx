import type { DatasetSummary, PublishedSummary } from "../../../core/api/DatasetSummary.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, megabytes } from "../../../ui/words.ts";
import styles from "./Data.module.css";

interface Props {
  dataset: DatasetSummary;
  published: PublishedSummary;
}

/** Which published model is open, so that two people can tell whether they have the same. */
export function Published({ dataset: { items, nouns }, published }: Props) {
  const { version, noComponents, ratings, files } = published;
  return (
    <section className={styles.column} aria-label="Published model">
      <FigureList
        figures={[
          { label: "version", figure: version },
          { label: nouns.many, figure: count(items) },
          { label: "components", figure: count(noComponents) },
          ...(ratings > 0 ? [{ label: "ratings it learnt from", figure: count(ratings) }] : []),
        ]}
      />
      <ul className={styles.files} aria-label="Files of the model">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            {name}, {megabytes(bytes)}
            <br />
            SHA-256 <code>{sha256}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
