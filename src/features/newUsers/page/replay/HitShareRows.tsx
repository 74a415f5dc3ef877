import type { HitShares } from "../../../../experiment/hitRates.ts";
import { IntervalRows } from "../intervals/IntervalRows.tsx";
import { difference, withInterval } from "../intervals/words.ts";
import { LINES } from "./hitRateOptions.ts";
import styles from "./ReplayStep.module.css";

/** How sure the hit rates are, and what keeping on learning adds, on the same users. */
export function HitShareRows({ shares: { users, rates, learningLess } }: { shares: HitShares }) {
  return (
    <div className={styles.shares}>
      <IntervalRows
        caption={`Hit rate at 10, each of ${users} users counting once`}
        words={withInterval}
        rows={LINES.map(({ of, name }) => ({ name, interval: rates[of] }))}
      />
      <IntervalRows
        caption="Keeps learning minus each, on the same users"
        words={difference}
        zero
        rows={LINES.flatMap(({ of, name }) =>
          of === "learning" ? [] : { name, interval: learningLess[of] },
        )}
      />
    </div>
  );
}
