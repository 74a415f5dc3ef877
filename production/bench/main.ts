import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import autocannon, { type Request } from "autocannon";
import { giveUp, readFlags, wholeNumber } from "../../scripts/run.js";
import { readTrained } from "../src/trained/modelFile.ts";
import { idsByRow } from "../src/trained/TrainedModel.ts";
import { describe, type Measured } from "./describe.ts";
import { Server } from "./Server.ts";

// npx tsx production/bench/main.ts [--rounds 6] [--seconds 5] [--json]: the service under load on the embedded data,
// beside the same model behind Python LightFM with FastAPI and uvicorn, where PYTHON, or python3, has them. The two take
// turns in every round, so that each round is a comparison of its own. See docs/production.md.

const USAGE = "npx tsx production/bench/main.ts [--rounds N] [--seconds N] [--json]   (after npm run build)";
const values = readFlags(
  { rounds: { type: "string" }, seconds: { type: "string" }, json: { type: "boolean" } },
  USAGE,
);
const rounds = wholeNumber("--rounds", values.rounds ?? "6", 1, USAGE);
const seconds = wholeNumber("--seconds", values.seconds ?? "5", 2, USAGE);
const CONNECTIONS = 10;
const DATA = new URL("../../public/data/ml-latest-small/", import.meta.url).pathname;
const MATINEE = new URL("../dist/matinee.js", import.meta.url).pathname;
if (!existsSync(MATINEE)) giveUp("The command line is not built. Run npm run build first.");
const PYTHON = process.env.PYTHON ?? "python3";

const folder = mkdtempSync(join(tmpdir(), "matinee-bench-"));
const servers: Server[] = [];
try {
  const model = train("model.npz", 0);
  const other = train("other.npz", 1);
  const matinee = start("http://127.0.0.1:8191", process.execPath, [
    ...[MATINEE, "serve", model, "--port", "8191", "--data", join(folder, "data")],
    ...["--threads", "1", "--learn-every", "0", "--rate-limit", "1000000000"],
  ]);
  const peer = hasPeer() ? startPeer(model) : null;
  await Promise.all(servers.map((server) => server.ready()));
  const measured = await measureAll(matinee, peer, model, readFileSync(other));
  if (values.json) console.log(JSON.stringify(measured, null, 2));
  else console.log(`${describe(measured)}\n\n${CONNECTIONS} connections, ${seconds} s each`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
}

async function measureAll(matinee: Server, peer: Server | null, model: string, other: Buffer) {
  const { mapping } = readTrained(model);
  const listsOf = (lengths: readonly number[]) =>
    lengths.flatMap((n) =>
      idsByRow(mapping.users).map((user): Request => {
        return { method: "GET", path: `/users/${user}/recommendations?n=${n}` };
      }),
    );
  // A list that was made before is only looked up: of another length, each is made again.
  const known = listsOf([10]);
  const knownFirst = (round: number) => listsOf(Array.from({ length: 8 }, (_, i) => 11 + round + i * rounds));
  const items = idsByRow(mapping.items);
  const post = (path: string, body: object): Request => ({
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const twentyRatings = (who: number) =>
    Array.from({ length: 20 }, (_, i) => ({ item: items[(who * 7 + i * 13) % 1000], rating: 3 + (i % 3) }));
  const strangers = known.map((_, i) => post("/recommendations", { ratings: twentyRatings(i) }));
  const feedback = known.map((_, i) =>
    post("/ratings", { ratings: [{ user: `new ${i}`, item: items[i], rating: 5 }] }),
  );
  const measured: Measured[] = [];
  const measure = async (
    round: number,
    workload: string,
    service: Measured["service"],
    requests: Request[],
  ) => {
    const server = service === "Matinee" ? matinee : peer;
    if (server) measured.push({ round, workload, service, ...(await load(server, requests)) });
  };
  const warm = async (server: Server) => {
    for (const requests of [known, strangers]) await load(server, requests, Math.min(seconds, 2));
  };
  for (const server of servers) await warm(server);
  for (let round = 0; round < rounds; round++) {
    // Whoever comes second meets another machine: each comes first as often.
    const services = round % 2 === 0 ? (["Matinee", "LightFM"] as const) : (["LightFM", "Matinee"] as const);
    for (const service of services) await measure(round, "known user", service, knownFirst(round));
    for (const service of services) await measure(round, "stranger, 20 ratings", service, strangers);
    await measure(round, "known user, asked again", "Matinee", known);
    await measure(round, "feedback, on the disk", "Matinee", feedback);
    await Promise.all([
      swapWhile(matinee, other),
      measure(round, "known user, while models are swapped", "Matinee", known),
    ]);
  }
  return measured;
}

/** Uploads another model, then goes to and fro between the two until the load is over. */
async function swapWhile(server: Server, other: Buffer): Promise<void> {
  const began = performance.now();
  const { versions } = (await (await fetch(`${server.url}/model`)).json()) as {
    versions: { version: string }[];
  };
  const headers = { "content-type": "application/octet-stream" };
  const upload = await fetch(`${server.url}/model`, { method: "POST", headers, body: new Uint8Array(other) });
  if (upload.status !== 201) throw new Error(`The other model was refused: ${await upload.text()}`);
  const { model } = (await upload.json()) as { model: string };
  let swaps = 1;
  while (performance.now() - began < seconds * 1000 - 1500) {
    const version = swaps % 2 ? versions[0].version : model;
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ version });
    const answer = await fetch(`${server.url}/model`, { method: "PUT", headers: json, body });
    if (!answer.ok) throw new Error(await answer.text());
    swaps++;
  }
}

async function load(server: Server, requests: Request[], duration = seconds) {
  const before = server.processorTime;
  // Each connection has requests of its own: with the same ones for all, most would be asked again at once.
  const shares = Array.from({ length: CONNECTIONS }, (_, i) =>
    requests.filter((_, place) => place % CONNECTIONS === i),
  );
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration,
    // Built for each connection before its own are, which for many takes longer than the measurement.
    requests: requests.slice(0, 1),
    setupClient: (client) => client.setRequests(shares.pop() ?? []),
  });
  const after = server.processorTime;
  return {
    load: loadavg()[0],
    requestsPerSecond: result.requests.average,
    p99: result.latency.p99,
    processor: before === null || after === null ? null : ((after - before) * 1000) / result.requests.total,
    failed: result.non2xx + result.errors,
  };
}

function train(name: string, seed: number): string {
  const out = join(folder, name);
  const args = [
    "train",
    `${DATA}ratings.csv`,
    `${DATA}movies.csv`,
    "--out",
    out,
    "--epochs",
    "10",
    "--seed",
    `${seed}`,
  ];
  const { status } = spawnSync(process.execPath, [MATINEE, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The model could not be trained.");
  return out;
}

function hasPeer(): boolean {
  const isThere = spawnSync(PYTHON, ["-c", "import lightfm, fastapi, uvicorn"]).status === 0;
  if (!isThere) console.error(`${PYTHON} has no lightfm, fastapi and uvicorn: Matinee is measured alone.`);
  return isThere;
}

/** Two workers, for a machine of two cores: ours has a thread for HTTP and one that answers. */
function startPeer(model: string): Server {
  const args = ["-m", "uvicorn", "lightfmService:app", "--port", "8192", "--workers", "2", "--no-access-log"];
  const env = { MODEL: model, OMP_NUM_THREADS: "1" };
  return start("http://127.0.0.1:8192", PYTHON, [...args, "--log-level", "warning"], {
    cwd: import.meta.dirname,
    env,
  });
}

function start(...args: ConstructorParameters<typeof Server>): Server {
  const server = new Server(...args);
  servers.push(server);
  return server;
}
