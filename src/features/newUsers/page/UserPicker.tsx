import { useEffect, useId, useState } from "react";
import type { NewUser } from "../../../core/api.ts";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { FilmTable } from "../../../ui/FilmTable.tsx";
import { count } from "../../../ui/words.ts";
import type { NewUserTables } from "../api.ts";
import styles from "./UserPicker.module.css";

const RECOMMENDED = 20;

/** Choose a new user, and see what they rated and what the model would show them. */
export function UserPicker({ users }: { users: NewUser[] }) {
  const select = useId();
  const { dataset, newUsers } = useSession();
  const { user } = newUsers;
  const likedFrom = dataset?.likedFrom ?? 3;
  const { chooseUser } = useActions();
  const id = users.some((other) => other.id === user) ? (user as string) : users[0].id;
  const tables = useTables(id);

  return (
    <section className={styles.picker} aria-label="One of them">
      <div className={styles.choice}>
        <label htmlFor={select}>New user</label>
        <select id={select} value={id} onChange={(event) => chooseUser(event.target.value)}>
          {users.map((user) => (
            <option key={user.id} value={user.id}>
              User {user.id}: {count(user.interactions, "rating")}, {count(user.positives)} liked
            </option>
          ))}
        </select>
      </div>
      {tables.problem !== null && <p role="alert">{tables.problem}</p>}
      {tables.shown !== null && (
        <div className={styles.tables} aria-busy={tables.shown.id !== id}>
          <FilmTable
            key={tables.shown.id}
            caption={`What user ${tables.shown.id} rated ${likedFrom} and up`}
            films={tables.shown.rated}
            lead="stars"
            empty={`Nothing: they rated nothing ${likedFrom} or more.`}
          />
          <FilmTable
            caption={`Top ${RECOMMENDED} for user ${tables.shown.id}`}
            films={tables.shown.recommended}
            lead="rank"
            empty="Nothing is left to recommend: they rated everything."
          />
        </div>
      )}
      {tables.shown !== null && <BeforeAndAfter key={tables.shown.id} tables={tables.shown} />}
    </section>
  );
}

/** What learning has changed for this user: before it the model knew of them what their features say, if anything. */
function BeforeAndAfter({ tables: { id, before, recommended } }: { tables: NewUserTables }) {
  const after = new Set(recommended.map((film) => film.id));
  const same = before.filter((film) => after.has(film.id)).length;
  return (
    <>
      <p className={styles.change}>
        Before the model had learnt what user {id} likes, it would have shown them what suits people in
        general: {count(same)} of those {count(before.length)} are still in the list,{" "}
        {count(recommended.length - same)} came by learning.
      </p>
      <details className={styles.before}>
        <summary>The list before learning</summary>
        <FilmTable
          caption={`Before learning, for user ${id}`}
          films={before}
          lead="rank"
          empty="Nothing was left to recommend."
        />
      </details>
    </>
  );
}

/** The tables of a user; those of the one before stay until they are there. */
function useTables(id: string): { shown: NewUserTables | null; problem: string | null } {
  const { newUser } = useActions();
  const [shown, setShown] = useState<NewUserTables | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setProblem(null);
    newUser(id).then(
      (tables) => {
        if (current) setShown(tables);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      current = false;
    };
  }, [id, newUser]);
  return { shown, problem };
}
