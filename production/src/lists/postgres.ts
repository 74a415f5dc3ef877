import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { StorageError } from "../../../src/errors.ts";
import { connect, reasonOf } from "../postgres.ts";
import { withoutPassword } from "../postgresAddress.ts";
import { COPY_HEADER, COPY_TRAILER, copyRows } from "./copyBinary.ts";
import type { ListShape, ListStore } from "./ListStore.ts";
import type { UserList } from "./makeLists.ts";

const ARRAYS = "user_id text, items text[] NOT NULL, scores real[] NOT NULL";
const ROWS = "user_id text, place integer, item_id text NOT NULL, score real NOT NULL";

const TABLES = ["matinee_recommendations", "matinee_items", "matinee_about"];

/** Whoever may use the old tables may use the new ones: what was granted goes with the table that it was granted on. */
const COPY_GRANTS = `
  DO $$
  DECLARE granted record;
  BEGIN
    FOR granted IN
      SELECT format('GRANT %s ON %I TO %s', privilege_type, table_name || '_new',
        CASE grantee WHEN 'PUBLIC' THEN grantee ELSE quote_ident(grantee) END) AS again
      FROM information_schema.role_table_grants
      WHERE table_schema = current_schema() AND grantee <> current_user
        AND table_name IN (${TABLES.map((table) => `'${table}'`).join(", ")})
    LOOP
      EXECUTE granted.again;
    END LOOP;
  END $$`;

/** Held while lists are replaced, so that two batches come one after the other. */
const LOCK = 0x6d617469;

/**
 * Three tables: `matinee_recommendations`, `matinee_items` and `matinee_about`. The new ones are filled beside
 * the old ones and renamed, all in one transaction: until it ends, readers see the old lists, and a connection
 * that is cut leaves them whole.
 */
export function postgresStore(url: string, { rows }: ListShape): ListStore {
  return {
    async write(lists, titles, about) {
      let client: pg.Client | null = null;
      try {
        client = await connect(url);
        await client.query("BEGIN");
        await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
        await client.query(`CREATE TABLE matinee_recommendations_new (${rows ? ROWS : ARRAYS})`);
        await client.query("CREATE TABLE matinee_items_new (id text, title text NOT NULL)");
        await client.query("CREATE TABLE matinee_about_new (key text, value text NOT NULL)");
        const copy = client.query(
          copyFrom("COPY matinee_recommendations_new FROM STDIN WITH (FORMAT binary)"),
        );
        // A connection that is cut fails it twice, the second time when the pipeline no longer listens.
        copy.on("error", () => {});
        await pipeline(Readable.from(copyPieces(lists, rows)), copy);
        await client.query("INSERT INTO matinee_items_new SELECT * FROM unnest($1::text[], $2::text[])", [
          [...titles.keys()],
          [...titles.values()],
        ]);
        await client.query("INSERT INTO matinee_about_new SELECT * FROM unnest($1::text[], $2::text[])", [
          Object.keys(about),
          Object.values(about).map(String),
        ]);
        await client.query(
          `ALTER TABLE matinee_recommendations_new ADD PRIMARY KEY (user_id${rows ? ", place" : ""})`,
        );
        await client.query(COPY_GRANTS);
        for (const table of TABLES) {
          await client.query(`DROP TABLE IF EXISTS ${table}`);
          await client.query(`ALTER TABLE ${table}_new RENAME TO ${table}`);
        }
        await client.query(
          "ALTER INDEX matinee_recommendations_new_pkey RENAME TO matinee_recommendations_pkey",
        );
        await client.query("COMMIT");
      } catch (error) {
        throw new StorageError(
          `The lists could not be written to ${withoutPassword(url)} (${reasonOf(error)}). The existing lists are unchanged; try again once the database answers.`,
        );
      } finally {
        await client?.end().catch(() => {});
      }
    },
  };
}

async function* copyPieces(lists: AsyncIterable<UserList[]>, asPlaces: boolean): AsyncGenerator<Buffer> {
  yield COPY_HEADER;
  for await (const some of lists) yield copyRows(some, asPlaces);
  yield COPY_TRAILER;
}
