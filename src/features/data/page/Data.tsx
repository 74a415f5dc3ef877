import { useSession } from "../../../core/page/session/SessionProvider.tsx";
import { TakeAlong } from "../../export/page/Export.tsx";
import { Kept } from "../../saved/page/Kept.tsx";
import styles from "./Data.module.css";
import { Loaded } from "./Loaded.tsx";
import { OpenOwn } from "./OpenOwn.tsx";
import { Reading } from "./Reading.tsx";
import { Source } from "./Source.tsx";

/** The place that tells what the model learns from, and takes other ratings in. */
export function Data() {
  const { dataset, loading } = useSession();
  return (
    <>
      <h1>Data</h1>
      <p className="lede">
        {dataset === null
          ? "No ratings are loaded yet."
          : dataset.source === "embedded"
            ? "The model learns from MovieLens: real ratings by real people, served by this site."
            : "The model learns from your file."}
      </p>
      {loading !== null && <Reading loading={loading} optional={dataset !== null} />}
      <div className={styles.columns}>
        {dataset !== null && <Loaded dataset={dataset} />}
        <div className={`${styles.column} ${styles.beside}`}>
          <OpenOwn loaded={dataset?.source ?? null} />
          {dataset !== null && <Source source={dataset.source} />}
        </div>
        <div className={styles.column}>
          <TakeAlong />
          <Kept />
        </div>
      </div>
    </>
  );
}
