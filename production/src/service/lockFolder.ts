import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { StorageError } from "../../../src/errors.ts";

/**
 * Keeps a folder for one service: two would number their feedback alike and delete each other's models. The lock is a
 * socket that answers for as long as its process lives, so that nothing is left to clear away after a kill -9.
 * Where the file system takes no sockets, there is no lock.
 * @returns what gives the folder free again
 * @throws StorageError if another service has it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const path = join(folder, "lock");
  const first = await listen(path);
  if (first === "taken" && (await answers(path))) {
    throw new StorageError(
      `Another matinee serve is using ${folder}. Stop it, or give this one another folder with --data.`,
    );
  }
  if (first === "taken") rmSync(path);
  const server = first === "taken" ? await listen(path) : first;
  return () => {
    if (server instanceof Object) server.close();
  };
}

async function listen(path: string): Promise<Server | "taken" | "impossible"> {
  const server = createServer((socket) => socket.destroy()).unref();
  try {
    server.listen(path);
    await once(server, "listening");
    return server;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? "taken" : "impossible";
  }
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
