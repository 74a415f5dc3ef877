import { type FormEvent, useId, useState } from "react";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import { FilmTable } from "../../../ui/FilmTable.tsx";
import type { LookUp } from "../api.ts";
import styles from "./LookUpForm.module.css";
import { milliseconds } from "./words.ts";

const QUERY = `SELECT item_id FROM recommendations
WHERE user_id = ? ORDER BY place`;

/** Asks both ways for one user, and shows the query and the answers side by side. */
export function LookUpForm() {
  const { lookUp } = useActions();
  const field = useId();
  const [userId, setUserId] = useState("");
  const [found, setFound] = useState<LookUp | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (userId.trim() === "") return;
    lookUp(userId.trim()).then(
      (answer) => {
        setFound(answer);
        setProblem(null);
      },
      (error: unknown) => {
        setFound(null);
        setProblem(error instanceof Error ? error.message : String(error));
      },
    );
  };
  return (
    <div className={styles.lookUp}>
      <form onSubmit={submit}>
        <label htmlFor={field}>User to look up</label>
        <input
          id={field}
          value={userId}
          placeholder="an id, such as 1"
          autoComplete="off"
          onChange={(event) => setUserId(event.target.value)}
        />
        <button type="submit">Look up</button>
      </form>
      <pre>
        <code>{QUERY}</code>
      </pre>
      {problem !== null && <p role="alert">{problem}</p>}
      {found !== null && (
        <div className={styles.answers}>
          <FilmTable
            caption={`User ${found.userId} in the database, ${milliseconds(found.milliseconds.batch)}`}
            films={found.batch.slice(0, 10)}
            lead="rank"
            empty="The database holds no list for this user."
          />
          <FilmTable
            caption={`User ${found.userId} by the model, ${milliseconds(found.milliseconds.onDemand)}`}
            films={found.onDemand.slice(0, 10)}
            lead="rank"
            empty="Nothing is left to recommend: they rated everything."
          />
        </div>
      )}
    </div>
  );
}
