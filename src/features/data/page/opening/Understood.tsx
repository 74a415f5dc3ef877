import { EncodingChoice } from "../../../../core/page/opening/EncodingChoice.tsx";
import { OpeningStore } from "../../../../core/page/opening/OpeningStore.ts";
import { useStore } from "../../../../core/page/stores.tsx";
import { capital } from "../../../../ui/words.ts";
import type { ReadingChoices, Role, UnderstoodData, UnderstoodTable } from "../../api.ts";
import { DataStore } from "../DataStore.ts";
import { withHeader, withRole } from "./choices.ts";
import styles from "./Understood.module.css";

interface Props {
  table: UnderstoodTable;
  understood: UnderstoodData;
  choices: ReadingChoices;
}

/** The first rows of a file, with the role of each column to choose. */
export function Understood({ table, understood, choices }: Props) {
  const { correct } = useStore(DataStore);
  const { leaveOut, takeAsMine } = useStore(OpeningStore);
  const { file, kind, delimiter, encoding, encodings, hasHeader, columns, rows } = table;
  const { nouns } = understood;
  const what = {
    ratings: "ratings",
    items: nouns.many,
    users: "users",
    links: "IMDb and TMDb ids",
    tags: "tags",
  }[kind];
  return (
    <section className={styles.table} aria-label={file}>
      <h3>
        {file}: {what}
      </h3>
      <p>
        {capital(delimiter)}
        {encoding !== "UTF-8" && encodings.length < 2 && `, ${encoding}`}.{" "}
        <label>
          <input
            type="checkbox"
            checked={hasHeader}
            onChange={({ currentTarget }) =>
              void correct(withHeader(choices, understood, table, currentTarget.checked))
            }
          />{" "}
          First row is a header
        </label>
      </p>
      <EncodingChoice file={file} encodings={encodings} />
      {understood.tables.length > 1 ? (
        <button type="button" onClick={() => leaveOut(file)}>
          Leave this file out
        </button>
      ) : (
        <button type="button" onClick={() => takeAsMine(file)}>
          These ratings are all mine
        </button>
      )}
      {columns.some(({ role }) => role === "tags") && (
        <p>Tags place {nouns.many} that nobody has liked yet. The model doesn’t learn from them.</p>
      )}
      <div className={styles.rows}>
        <table>
          <tbody>
            <tr>
              {columns.map(({ name }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, two may share a name
                <th key={place} scope="col">
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map(({ name, role }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={place}>
                  <select
                    aria-label={`What ${name} is, in ${file}`}
                    value={role}
                    onChange={({ currentTarget }) => {
                      const chosen = currentTarget.value as Role;
                      void correct(withRole(choices, understood, table, place, chosen));
                    }}
                  >
                    {rolesOf(nouns.one).map(([value, words]) => (
                      <option key={value} value={value}>
                        {words}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
            {rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their places
              <tr key={line}>
                {columns.map((_, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={place}>{row[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rolesOf(item: string): [Role, string][] {
  return [
    ["unused", "ignore"],
    ["user", "user"],
    ["item", item],
    ["rating", "rating"],
    ["timestamp", "time"],
    ["title", "title"],
    ["year", "year"],
    ["labels", "genres"],
    ["tags", "tags"],
    ["relevance", "how well the tag fits"],
    ["feature", "feature"],
    ["flag", "yes/no feature"],
    ["age", "age"],
    ["imdb", "IMDb id"],
    ["tmdb", "TMDb id"],
  ];
}
