import type { ComponentProps } from "react";
import { Outline } from "./Outline.tsx";
import styles from "./Story.module.css";

/** Numbered steps beside their outline. */
export function Story(outline: ComponentProps<typeof Outline>) {
  return (
    <div className={styles.story}>
      <Outline {...outline} />
      <div className={styles.steps}>
        {outline.steps.map(({ id, title, View }, i) => (
          <View key={id} id={id} title={title} number={i + 1} />
        ))}
      </div>
    </div>
  );
}
