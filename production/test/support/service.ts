import { createServer, type ServerOptions } from "../../src/service/createServer.ts";
import { Metrics } from "../../src/service/Metrics.ts";
import { RecommendService } from "../../src/service/RecommendService.ts";

/** The service as `matinee serve` makes it, in this process. */
export async function startService(
  modelPath: string,
  folder: string,
  { database, ...options }: Partial<ServerOptions> & { database?: string } = {},
) {
  const metrics = new Metrics();
  const service = await RecommendService.open({ modelPath, folder, database, threads: 1, metrics });
  const limits = { rateLimit: 1_000_000, timeLimit: 30_000, log: false };
  const app = await createServer(service, metrics, { ...limits, ...options });
  const close = async () => {
    await app.close();
    await service.close();
  };
  return { app, service, close };
}
