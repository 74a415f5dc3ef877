import { useEffect, useId, useState } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useDataset, useNouns } from "../../../../core/page/useWorkspace.ts";
import { FilmTable } from "../../../../ui/FilmTable.tsx";
import { count } from "../../../../ui/words.ts";
import type { NewUser, NewUserTables } from "../../api.ts";
import { NewUsersStore } from "../NewUsersStore.ts";
import styles from "./UserPicker.module.css";

const RECOMMENDED = 20;

/** One new user: what they rated, and what the model recommends. */
export function UserPicker({ users }: { users: NewUser[] }) {
  const select = useId();
  const user = useSelected(NewUsersStore, (state) => state.user);
  const likedFrom = useDataset()?.likedFrom ?? 3;
  const noun = useNouns().one;
  const { chooseUser } = useStore(NewUsersStore);
  const id = users.some((other) => other.id === user) ? (user as string) : users[0].id;
  const tables = useTables(id);

  return (
    <section className={styles.picker} aria-label="One new user">
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
            caption={`Rated ${likedFrom} and up by user ${tables.shown.id}`}
            noun={noun}
            films={tables.shown.rated}
            lead="stars"
            empty={`No ratings of ${likedFrom} or higher.`}
          />
          <FilmTable
            caption={`Top ${RECOMMENDED} for user ${tables.shown.id}`}
            noun={noun}
            films={tables.shown.recommended}
            lead="rank"
            empty="They have rated everything."
          />
        </div>
      )}
      {tables.shown !== null && <BeforeAndAfter key={tables.shown.id} tables={tables.shown} noun={noun} />}
    </section>
  );
}

/** What the update changed for this user: before it the model knew only their features, if any. */
function BeforeAndAfter({
  tables: { id, before, recommended },
  noun,
}: {
  tables: NewUserTables;
  noun: string;
}) {
  const after = new Set(recommended.map((film) => film.id));
  const same = before.filter((film) => after.has(film.id)).length;
  return (
    <>
      <p className={styles.change}>
        {same === 0
          ? `None of the ${count(before.length)} generic suggestions survive: all ${count(recommended.length)} are new after learning from user ${id}.`
          : `${count(same)} of the ${count(before.length)} generic suggestions survive; ${count(recommended.length - same)} are new after learning from user ${id}.`}
      </p>
      <details className={styles.before}>
        <summary>The list before the update</summary>
        <FilmTable
          caption={`Before the update, for user ${id}`}
          noun={noun}
          films={before}
          lead="rank"
          empty="They have rated everything."
        />
      </details>
    </>
  );
}

/** A user's tables; the previous user's stay until they have arrived. */
function useTables(id: string): { shown: NewUserTables | null; problem: string | null } {
  const { newUser } = useStore(NewUsersStore);
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
