import { type AnsweredFilm, RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { answered, keptList, known } from "../../../../ui/answerWords.ts";
import { NotSaved } from "../../../../ui/NotSaved.tsx";
import { RemoveButton } from "../../../../ui/RemoveButton.tsx";
import { capital } from "../../../../ui/words.ts";
import styles from "./AnswersLists.module.css";

/** What the person keeps for later, and what they said beside stars; each can be taken back. */
export function AnswersLists() {
  const answers = useSelected(RatingsStore, (state) => state.answers);
  const nouns = useNouns();
  const kept = answers.filter(({ answer }) => answer === "watchlist");
  const others = answers.filter(({ answer }) => answer !== "watchlist");
  return (
    <>
      {kept.length > 0 && <Fold name={capital(keptList(nouns))} films={kept} isOpen />}
      {others.length > 0 && <Fold name={`${capital(known(nouns))} or not for you`} films={others} />}
    </>
  );
}

function Fold({ name, films, isOpen = false }: { name: string; films: AnsweredFilm[]; isOpen?: boolean }) {
  const unsaved = useSelected(RatingsStore, (state) => state.unsaved);
  const { unrate } = useStore(RatingsStore);
  const nouns = useNouns();
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>
        {name} ({films.length})
      </summary>
      <ul aria-label={name}>
        {films.map(({ film, answer }) => (
          <li key={film.id} className={styles.row}>
            <p>
              <a href={`#/film/${encodeURIComponent(film.id)}`}>{film.title}</a>{" "}
              <span className={styles.year}>
                {film.year}
                {answer !== "watchlist" && ` · ${answered(answer, nouns)}`}
                {unsaved.has(film.id) && <NotSaved />}
              </span>
            </p>
            <RemoveButton name={film.title} className={styles.remove} onRemove={() => unrate(film.id)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
