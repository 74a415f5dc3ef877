import type { Contestant } from "../../src/evaluation/protocols/Contestant.ts";
import type { Entrant } from "../../src/evaluation/protocols/contestants.ts";
import { PythonProcess } from "../PythonProcess.ts";

const SCRIPT = new URL("pythonPeers.py", import.meta.url).pathname;
const ALS_ITERATIONS = 20;
/** What iALS chooses from, on a hold-out of its own: around what is best on films and on plays of artists. */
const ALS_CHOICES = [32, 64].flatMap((factors) =>
  [1, 10].flatMap((regularization) => [1, 10].map((alpha) => ({ factors, regularization, alpha }))),
);
const LIGHTFM_EPOCHS = 30;

/** Those of other libraries that this Python has; PYTHON names another. `close` ends their processes. */
export function pythonPeers(): { entrants: Entrant[]; missing: string[]; close: () => void } {
  const processes: PythonProcess[] = [];
  const missing: string[] = [];
  const start = (library: string): PythonProcess | null => {
    const python = PythonProcess.start(SCRIPT, library);
    if (python) processes.push(python);
    else missing.push(library);
    return python;
  };
  const entrants: Entrant[] = [];
  const als = start("implicit");
  if (als) {
    const choices = ALS_CHOICES.map((choice) =>
      contestant(als, "implicit", { ...choice, iterations: ALS_ITERATIONS }),
    );
    entrants.push({ name: "implicit", choices });
  }
  const lightfm = start("lightfm");
  if (lightfm) {
    const choices = [contestant(lightfm, "lightfm", { epochs: LIGHTFM_EPOCHS })];
    entrants.push({ name: "pythonLightfm", choices, knownUsersOnly: true });
  }
  const close = () => {
    for (const python of processes) python.close();
  };
  return { entrants, missing, close };
}

let models = 0;

/** One that sees the likes alone. */
function contestant(python: PythonProcess, kind: string, settings: object): Contestant {
  return {
    name: kind,
    async learn({ users, items, userIds, itemIds, values }, { seed }) {
      const model = models++;
      const liked = Int32Array.from(values.keys()).filter((i) => values[i] > 0);
      await python.ask({
        ...{ do: "learn", model, kind, seed, settings, shape: [users, items] },
        users: toBase64(liked.map((i) => userIds[i])),
        items: toBase64(liked.map((i) => itemIds[i])),
      });
      const scores = async (command: { do: string; [argument: string]: unknown }) => {
        const bytes = Buffer.from(await python.ask<string>({ ...command, model }), "base64");
        return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      };
      return {
        forUser: (user) => scores({ do: "known", user }),
        forStranger: (likes) => scores({ do: "stranger", items: toBase64(likes) }),
      };
    },
  };
}

function toBase64({ buffer, byteOffset, byteLength }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
