import type { DatasetSummary } from "../../../core/api.ts";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import styles from "./Data.module.css";
import { OpenFile } from "./OpenFile.tsx";

const RATINGS = `userId,movieId,rating,timestamp
1,31,2.5,1260759144
1,1029,3,1260759179
2,10,4,835355493`;

const MOVIES = `movieId,title,genres
31,Dangerous Minds (1995),Drama
10,GoldenEye (1995),Action|Adventure`;

/** How to bring ratings of one's own, what they should look like, and the way back. */
export function OpenOwn({ loaded }: { loaded: DatasetSummary["source"] | null }) {
  const { openEmbedded } = useActions();
  return (
    <section className={styles.panel} aria-labelledby="own-ratings">
      <h2 id="own-ratings">Your own ratings</h2>
      <p>
        Choose files, drop them anywhere on the page, or paste a table. They are read here and sent nowhere.
        Before they take the place of the data that is loaded, you see what they were taken for and are asked.
      </p>
      <p>
        A file of yours alone, from Letterboxd, IMDb, MovieLens, Trakt, Netflix or Matinee, leaves the data as
        it is: its films become “Your ratings”.
      </p>
      <OpenFile />
      {loaded === "file" && (
        <button type="button" onClick={openEmbedded}>
          Back to MovieLens
        </button>
      )}
      <p>
        Any table will do in which each row says who rated what: with commas, tabs, semicolons or bars, with
        ratings on any scale or none. With times, New users works too. Take a table of the films, books or
        games along for titles and genres. Every MovieLens set is known as it is, zip and all.
      </p>
      <Example name="ratings.csv" rows={RATINGS} />
      <Example name="movies.csv" rows={MOVIES} />
    </section>
  );
}

function Example({ name, rows }: { name: string; rows: string }) {
  return (
    <figure className={styles.example}>
      <figcaption>{name}, for example</figcaption>
      <pre>{rows}</pre>
    </figure>
  );
}
