import { isIP } from "node:net";
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { ArgumentError } from "../../../src/errors.ts";
import { isPostgres } from "../postgresAddress.ts";
import type { RecommendService } from "../service/RecommendService.ts";
import { checkModelFile } from "../trained/modelFile.ts";
import { provideFolder, wholeNumber } from "./options.ts";

interface ServeArguments {
  port: number;
  host: string;
  data?: string;
  database?: string;
  threads?: number;
  learnEvery: number;
  learnFrom: number;
  rateLimit: number;
  trustProxy?: string[];
  timeLimit: number;
  cors?: string;
}

const HELP = `
Feedback and versions of the model are kept in one folder (--data), so nothing else is needed; with --database, feedback is
kept in PostgreSQL instead. A rating is on disk before it is acknowledged, counts in the next answer, and is learnt in
batches by a clone of the model.

The API key is read from MATINEE_API_KEY. Without one, the service accepts connections only from this machine.
Documentation is at /docs, the OpenAPI document at /openapi.json and Prometheus metrics at /metrics.

Examples:
  matinee serve model.npz
  MATINEE_API_KEY=secret matinee serve model.npz --host 0.0.0.0 --port 80 --data /var/lib/matinee
  curl 'http://localhost:8080/users/27/recommendations?n=5'`;

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("answer over HTTP, accept feedback and learn from it")
    .argument("<model>", "a model file")
    .option("--port <n>", "the port to listen on; 0 picks a free one", wholeNumber(0, 65_535), 8080)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option(
      "--data <folder>",
      "where feedback and models are kept; default: the model's name followed by .serve",
    )
    .addOption(
      new Option(
        "--database <address>",
        "a PostgreSQL database for feedback, postgres://user:password@host/name",
      )
        .env("MATINEE_DATABASE")
        .argParser(postgresAddress),
    )
    .option(
      "--threads <n>",
      "threads that answer; default: one fewer than there are cores",
      wholeNumber(1, 64),
    )
    .option(
      "--learn-every <minutes>",
      "how often to learn from feedback; 0 for never",
      wholeNumber(0, 10_080),
      60,
    )
    .option(
      "--learn-from <n>",
      "wait until there are this many new ratings",
      wholeNumber(1, 1_000_000_000),
      100,
    )
    .option("--rate-limit <n>", "requests per minute from one address", wholeNumber(1, 1_000_000_000), 60_000)
    .option(
      "--trust-proxy <addresses>",
      "proxies whose X-Forwarded-For is trusted, such as 127.0.0.1,10.0.0.0/8",
      proxies,
    )
    .option("--time-limit <ms>", "longest time an answer may take", wholeNumber(1, 3_600_000), 10_000)
    .option("--cors <origin>", "a site whose pages may call the service, such as https://example.com", origin)
    .addHelpText("after", HELP)
    .action(serve);
}

/** What only this command needs takes a moment to load. */
async function openService(
  modelPath: string,
  folder: string,
  options: ServeArguments,
  apiKey: string | undefined,
) {
  const [{ createServer }, { Metrics }, { RecommendService }] = await Promise.all([
    import("../service/createServer.ts"),
    import("../service/Metrics.ts"),
    import("../service/RecommendService.ts"),
  ]);
  const metrics = new Metrics();
  const service = await RecommendService.open({
    modelPath,
    folder,
    database: options.database,
    threads: options.threads ?? Math.max(1, availableParallelism() - 1),
    metrics,
  });
  return { service, app: await createServer(service, metrics, { ...options, apiKey, log: true }) };
}

async function serve(modelPath: string, options: ServeArguments): Promise<void> {
  const apiKey = process.env.MATINEE_API_KEY || undefined;
  const isLocal = ["127.0.0.1", "::1", "localhost"].includes(options.host);
  if (!isLocal && apiKey === undefined) {
    throw new ArgumentError(
      `--host ${options.host} lets other machines connect: set MATINEE_API_KEY to a secret first.`,
    );
  }
  checkModelFile(modelPath);
  const folder = options.data ?? `${modelPath}.serve`;
  provideFolder("--data", folder);
  const { service, app } = await openService(modelPath, folder, options, apiKey);
  try {
    await app.listen({ port: options.port, host: options.host });
  } catch (error) {
    await service.close();
    const { code } = error as NodeJS.ErrnoException;
    throw new ArgumentError(
      `Port ${options.port} of ${options.host} cannot be used (${code}). Give another with --port.`,
    );
  }
  const timer = learnRegularly(service, options, (error) => app.log.error(error));
  await stopped();
  clearInterval(timer);
  app.log.info("Stopping once all open requests are answered");
  await app.close();
  await service.close();
}

function learnRegularly(
  service: RecommendService,
  { learnEvery, learnFrom }: ServeArguments,
  onError: (error: unknown) => void,
): NodeJS.Timeout | undefined {
  if (learnEvery === 0) return undefined;
  return setInterval(() => {
    if (service.unlearnt >= learnFrom && !service.isLearning) service.learn().catch(onError);
  }, learnEvery * 60_000);
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** Addresses, and ranges of them. */
function proxies(text: string): string[] {
  const all = text.split(",").map((address) => address.trim());
  for (const address of all) {
    const [ip, bits = "0"] = address.split("/");
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(ip)] as number;
    if (!/^\d+$/.test(bits) || Number(bits) > most || address.split("/").length > 2) {
      throw new InvalidArgumentError(
        "They must be addresses such as 127.0.0.1 or ranges such as 10.0.0.0/8.",
      );
    }
  }
  return all;
}

function postgresAddress(text: string): string {
  if (isPostgres(text)) return text;
  throw new InvalidArgumentError("It must be an address such as postgres://matinee@localhost/shop.");
}

function origin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new InvalidArgumentError("It must be an origin, such as https://example.com.");
  }
  return text;
}
