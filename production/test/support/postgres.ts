import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = "/usr/lib/postgresql";

/** The programs of the newest PostgreSQL among the system's packages; null if there is none. */
export function postgresPrograms(): string | null {
  if (!existsSync(PACKAGES)) return null;
  const versions = readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a));
  const found = versions
    .map((version) => join(PACKAGES, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  return found ?? null;
}

export interface Postgres {
  url: string;
  /** Ends it in the midst of everything. */
  crash: () => Promise<void>;
  /** After a crash. */
  start: () => Promise<void>;
  stop: () => void;
}

/** A server of its own on a free port, which survives a crash of its own but not of the machine. */
export async function startPostgres(bin: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-postgres-"));
  const who = userFor(folder);
  const data = join(folder, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "matinee", "--auth=trust", "--no-sync", "-E", "UTF8"],
    {
      ...who,
      cwd: folder,
      stdio: "ignore",
    },
  );
  // Below those from which Linux takes ports for outgoing connections.
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const settings = [
    "fsync=off",
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${folder}`,
  ];
  let server: ChildProcess;
  const start = () => {
    const started = spawn(
      join(bin, "postgres"),
      ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
      { ...who, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    server = started;
    return new Promise<void>((resolve, reject) => {
      started.stderr.on("data", (text) => {
        if (String(text).includes("ready to accept connections")) resolve();
      });
      started.on("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}.`)));
    });
  };
  await start();
  return {
    url: `postgres://matinee@127.0.0.1:${port}/postgres`,
    start,
    async crash() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGQUIT");
      await ended;
    },
    stop() {
      server.kill("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; its packages bring a user of its own. */
function userFor(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const [uid, gid] = [id("-u"), id("-g")];
  chownSync(folder, uid, gid);
  return { uid, gid };
}
