import type { DatasetSummary } from "../../../core/api/DatasetSummary.ts";
import { OpenFile } from "../../../core/page/opening/OpenFile.tsx";
import { useStore } from "../../../core/page/stores.tsx";
import panels from "../../../ui/Panel.module.css";
import styles from "./Data.module.css";
import { DataStore } from "./DataStore.ts";
import { siteSource } from "./siteSource.ts";

const RATINGS = `userId,movieId,rating,timestamp
1,31,2.5,1260759144
1,1029,3,1260759179
2,10,4,835355493`;

const MOVIES = `movieId,title,genres
31,Dangerous Minds (1995),Drama
10,GoldenEye (1995),Action|Adventure`;

/** How to use other ratings, what they should look like, and the way back. */
export function OpenOwn({ loaded }: { loaded: DatasetSummary["source"] | null }) {
  const { openSite } = useStore(DataStore);
  return (
    <section className={panels.panel} aria-labelledby="own-ratings">
      <h2 id="own-ratings">Your own ratings</h2>
      <p>
        A personal export (Letterboxd, IMDb, Trakt, Netflix…) is added to “Your ratings”; the training data
        stays. Files stay on this device. You get a preview before anything is replaced.
      </p>
      <OpenFile />
      {loaded === "file" && (
        <button type="button" onClick={() => void openSite()}>
          Back to {siteSource().kind === "published" ? "the published model" : "MovieLens"}
        </button>
      )}
      <p>
        To train on other data: any CSV or TSV with user, item and (optional) rating and timestamp. Add a
        second file for titles and genres. MovieLens zips work as they are.
      </p>
      <Example name="ratings.csv" rows={RATINGS} />
      <Example name="movies.csv" rows={MOVIES} />
    </section>
  );
}

function Example({ name, rows }: { name: string; rows: string }) {
  return (
    <figure className={styles.example}>
      <figcaption>Example: {name}</figcaption>
      <pre>{rows}</pre>
    </figure>
  );
}
