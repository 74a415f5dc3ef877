import pg from "pg";

/** Milliseconds after which a database that does not answer counts as gone. */
const CONNECT_TIMEOUT = 10_000;

/**
 * A connection to PostgreSQL. One that is lost between two queries fails the next one.
 * @param settings of the connection beside its address
 */
export async function connect(url: string, settings: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    ...settings,
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}

export function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || "the connection was cut";
}
