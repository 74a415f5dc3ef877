import { type FormEvent, useId, useState } from "react";
import { useStore } from "../../../core/page/stores.tsx";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { FilmTable } from "../../../ui/FilmTable.tsx";
import type { LookUp } from "../api.ts";
import styles from "./LookUpForm.module.css";
import { ServingStore } from "./ServingStore.ts";
import { typical } from "./words.ts";

const QUERY = `SELECT item_id FROM recommendations
WHERE user_id = ? ORDER BY place`;

/** Looks one user up both ways, with the query and the answers side by side. */
export function LookUpForm() {
  const { lookUp } = useStore(ServingStore);
  const noun = useNouns().one;
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
        <label htmlFor={field}>User ID</label>
        <input
          id={field}
          value={userId}
          placeholder="e.g. 1"
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
            caption={`User ${found.userId} from the database, ${typical(found.latency.batch)}`}
            noun={noun}
            films={found.batch.slice(0, 10)}
            lead="rank"
            empty="The database has no list for this user."
          />
          <FilmTable
            caption={`User ${found.userId} from the model, ${typical(found.latency.onDemand)}`}
            noun={noun}
            films={found.onDemand.slice(0, 10)}
            lead="rank"
            empty="They have rated everything."
          />
        </div>
      )}
    </div>
  );
}
