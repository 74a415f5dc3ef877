import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { BusyError, ModelFileError, StorageError } from "../../../src/errors.ts";
import { ofText } from "../../../src/matrix/pseudoRandom.ts";
import { makeFolder } from "../makeFolder.ts";
import { UnknownIdError } from "../trained/errors.ts";
import { readBytes, versionOf } from "../trained/modelFile.ts";
import { writeWhole } from "../writeWhole.ts";
import { ConflictError } from "./errors.ts";
import { ModelPool } from "./ModelPool.ts";

/** What is known of a model that was served. */
export interface VersionEntry {
  version: string;
  /** ISO 8601 */
  since: string;
  source: "file" | "upload" | "feedback";
}

interface Registry {
  current: string;
  candidate: { version: string; share: number } | null;
  /** Oldest first. */
  versions: VersionEntry[];
}

/** Older ones are deleted; one can be rolled back to as long as it is kept. */
const KEPT = 5;

/**
 * The models of a service: the current one, beside it a candidate or not, and earlier ones. Another model is
 * opened beside the current one and takes over once it can answer; what the old one was asked, it answers.
 */
export class Versions {
  readonly #folder: string;
  readonly #threads: number;
  #registry: Registry;
  #current: ModelPool;
  #candidate: ModelPool | null = null;
  /** The change under way, which never fails as seen from here. */
  #changing: Promise<unknown> | null = null;
  #isClosed = false;

  private constructor(folder: string, threads: number, registry: Registry, current: ModelPool) {
    this.#folder = folder;
    this.#threads = threads;
    this.#registry = registry;
    this.#current = current;
  }

  /**
   * Serves the given model, unless this folder has served it before: then what has taken over since. A candidate goes on
   * answering its share of the users.
   * @throws ModelFileError if the model cannot be opened, StorageError if what was served before cannot.
   */
  static async open(folder: string, modelPath: string, threads: number): Promise<Versions> {
    const models = join(folder, "models");
    makeFolder(models);
    const bytes = readBytes(modelPath);
    const given = versionOf(bytes);
    const kept = readRegistry(folder);
    const isNew = !kept?.versions.some((known) => known.version === given);
    const version = kept && !isNew ? kept.current : given;
    if (isNew) writeWhole(join(models, `${given}.npz`), bytes);
    const pathOf = (one: string) => join(models, `${one}.npz`);
    const current = await ModelPool.open(version, pathOf(version), threads).catch((error: Error) => {
      if (!isNew) throw unopened(error, pathOf(version), folder, modelPath);
      rmSync(pathOf(given));
      error.message = error.message.replace(basename(pathOf(given)), basename(modelPath));
      throw error;
    });
    const candidate = kept?.candidate ?? null;
    const registry: Registry = {
      current: version,
      candidate,
      versions: [...(kept?.versions ?? []), ...(isNew ? [entry(given, "file")] : [])],
    };
    const versions = new Versions(folder, threads, registry, current);
    try {
      if (candidate) versions.#candidate = await versions.#openCandidate(candidate.version, modelPath);
      versions.#keep(registry);
      versions.#clearUp(kept !== null);
      return versions;
    } catch (error) {
      await versions.close();
      throw error;
    }
  }

  get current(): ModelPool {
    return this.#current;
  }

  get state(): Readonly<Registry> {
    return this.#registry;
  }

  get candidate(): ModelPool | null {
    return this.#candidate;
  }

  /** The model that answers a user: always the same one, as long as the candidate's share stays. */
  poolFor(user: string | undefined): ModelPool {
    const share = this.#registry.candidate?.share ?? 0;
    return this.#candidate && user !== undefined && ofText(user) < share ? this.#candidate : this.#current;
  }

  path(version: string): string {
    return join(this.#folder, "models", `${version}.npz`);
  }

  /**
   * Makes a model the current one.
   * @returns its version
   * @throws ModelFileError if it is not a model that can be served; BusyError while another one is being opened.
   * In both cases the current one goes on.
   */
  add(bytes: Uint8Array, source: VersionEntry["source"]): Promise<string> {
    return this.#change(async () => {
      const version = versionOf(bytes);
      const isKept = this.#registry.versions.some((known) => known.version === version);
      if (!isKept) writeWhole(this.path(version), bytes);
      try {
        await this.#switch(version, isKept ? [] : [entry(version, source)]);
      } catch (error) {
        if (!isKept) rmSync(this.path(version), { force: true });
        // Whoever sent it does not know it by that name.
        if (error instanceof ModelFileError) error.message = error.message.replace(`${version}.npz: `, "");
        throw error;
      }
      return version;
    });
  }

  /**
   * Lets a model that was learnt from another take over from it, after the change that is under way.
   * @returns its version; null if the other is not the current one any more
   */
  async succeed(from: ModelPool, bytes: Uint8Array): Promise<string | null> {
    while (this.#changing) await this.#changing;
    return this.#current === from && !this.#isClosed ? this.add(bytes, "feedback") : null;
  }

  /** Goes back, or forth, to a version that is kept. @throws UnknownIdError if it is not. */
  switchTo(version: string): Promise<string> {
    return this.#change(async () => {
      this.#check(version);
      await this.#switch(version, []);
      return version;
    });
  }

  /** Lets a version that is kept answer a share of the users beside the current one; 0 ends that. */
  setCandidate(version: string, share: number): Promise<void> {
    return this.#change(async () => {
      this.#check(version);
      if (version === this.#current.version && share > 0) {
        throw new ConflictError(`${version} answers everybody already. Name another version.`);
      }
      const next = share > 0 ? await ModelPool.open(version, this.path(version), this.#threads) : null;
      const before = this.#candidate;
      this.#keep({ ...this.#registry, candidate: next && { version, share } });
      this.#candidate = next;
      before?.close();
    });
  }

  /** Ends after the change that is under way, and lets none begin. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#changing;
    await Promise.all([this.#current.close(), this.#candidate?.close()]);
  }

  /** A candidate that takes over is one no more. */
  async #switch(version: string, added: VersionEntry[]): Promise<void> {
    if (version === this.#current.version) return;
    const promoted = this.#candidate?.version === version ? this.#candidate : null;
    const next = promoted ?? (await ModelPool.open(version, this.path(version), this.#threads));
    const all = [...this.#registry.versions, ...added];
    const candidate = this.#registry.candidate?.version;
    const kept = all.filter(
      (known, i) => i >= all.length - KEPT || [version, candidate].includes(known.version),
    );
    try {
      const rest = promoted ? null : this.#registry.candidate;
      this.#keep({ current: version, candidate: rest, versions: kept });
    } catch (error) {
      if (!promoted) await next.close();
      throw error;
    }
    if (promoted) this.#candidate = null;
    const before = this.#current;
    this.#current = next;
    // Not waited for: the new one answers already.
    before.close();
    for (const known of all) if (!kept.includes(known)) rmSync(this.path(known.version), { force: true });
  }

  #check(version: string): void {
    if (this.#registry.versions.some((known) => known.version === version)) return;
    const names = this.#registry.versions.map((known) => known.version).join(", ");
    throw new UnknownIdError(`There is no version ${JSON.stringify(version)}. These are kept: ${names}.`);
  }

  #keep(registry: Registry): void {
    const text = `${JSON.stringify(registry, null, 2)}\n`;
    writeWhole(registryOf(this.#folder), new TextEncoder().encode(text));
    this.#registry = registry;
  }

  #openCandidate(version: string, modelPath: string): Promise<ModelPool> {
    return ModelPool.open(version, this.path(version), this.#threads).catch((error: Error) => {
      throw unopened(error, this.path(version), this.#folder, modelPath);
    });
  }

  /**
   * What a crash left: half a file, or a whole one that was being opened and is not listed.
   * @param wasListed false where the list is new, perhaps because it was deleted to begin again: then models may be
   * all that is left of what was learnt
   */
  #clearUp(wasListed: boolean): void {
    const models = join(this.#folder, "models");
    const listed = this.#registry.versions.map(({ version }) => `${version}.npz`);
    for (const file of readdirSync(models)) {
      const isUnlisted = wasListed && /^[0-9a-f]{12}\.npz$/.test(file) && !listed.includes(file);
      if (isUnlisted || file.endsWith(".partial")) rmSync(join(models, file));
    }
  }

  async #change<T>(change: () => Promise<T>): Promise<T> {
    if (this.#changing) throw new BusyError("Another model is being opened. Try again in a moment.");
    const changed = change().finally(() => {
      this.#changing = null;
    });
    this.#changing = changed.catch(() => {});
    return changed;
  }
}

/** Why what was served last cannot be served again, and what to do. */
function unopened(error: Error, path: string, folder: string, modelPath: string): Error {
  if (!(error instanceof ModelFileError)) return error;
  return new StorageError(
    `The model served last, ${path}, cannot be opened. Restore it from a backup, or delete ${registryOf(folder)} to serve ${modelPath} again.`,
  );
}

function registryOf(folder: string): string {
  return join(folder, "models.json");
}

/** @throws StorageError if it is damaged. */
function readRegistry(folder: string): Registry | null {
  const path = registryOf(folder);
  if (!existsSync(path)) return null;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StorageError(`${path} cannot be read (${code}). Check its permissions.`);
  }
  try {
    const registry: Registry = JSON.parse(text);
    if (registry.versions.some(({ version }) => version === registry.current)) return registry;
  } catch {
    // What it holds is not a registry, as below.
  }
  throw new StorageError(
    `${path} is damaged. Restore it from a backup, or delete it to serve the given model again; feedback is kept.`,
  );
}

function entry(version: string, source: VersionEntry["source"]): VersionEntry {
  return { version, since: new Date().toISOString(), source };
}
