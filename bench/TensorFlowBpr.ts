import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Interactions } from "../src/matrix/Interactions.ts";
import { SeededRandom } from "../src/matrix/random.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const BATCH = 4096;

interface Tensor {
  dataSync(): Float32Array;
}

interface Variable extends Tensor {
  assign(value: Tensor): void;
}

/** The part of TensorFlow.js that is used: its packages are installed for the bench alone, see package.json here. */
export interface TensorFlow {
  setBackend(name: string): Promise<boolean>;
  tidy(work: () => void): void;
  variable(value: Tensor): Variable;
  zeros(shape: number[]): Tensor;
  ones(shape: number[]): Tensor;
  randomUniform(shape: number[], from: number, to: number): Tensor;
  tensor1d(values: Int32Array, type: "int32"): Tensor;
  scatterND(indices: Tensor, updates: Tensor, shape: number[]): Tensor;
  gather(table: Tensor, rows: Tensor): Tensor;
  expandDims(x: Tensor, axis: number): Tensor;
  concat(parts: Tensor[]): Tensor;
  sum(x: Tensor, axis: number, keepDims: boolean): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  sub(a: Tensor, b: Tensor): Tensor;
  mul(a: Tensor, b: Tensor | number): Tensor;
  div(a: Tensor, b: Tensor): Tensor;
  neg(x: Tensor): Tensor;
  sqrt(x: Tensor): Tensor;
  square(x: Tensor): Tensor;
  sigmoid(x: Tensor): Tensor;
}

/**
 * BPR over gathered embeddings in TensorFlow.js, in batches, with adagrad. The gradient is written out and
 * scattered: the WebAssembly backend, the fastest that runs in Node, cannot differentiate a gather, and
 * letting the plain one do it takes far longer.
 */
export class TensorFlowBpr {
  readonly #tf: TensorFlow;
  readonly #likedUsers: Int32Array;
  readonly #likedItems: Int32Array;
  readonly #order: Int32Array;
  readonly #random = new SeededRandom(1);
  readonly #users: Parameters;
  readonly #items: Parameters;
  readonly #biases: Parameters;

  constructor(tf: TensorFlow, { users, items, userIds, itemIds, values }: Interactions, components: number) {
    this.#tf = tf;
    this.#likedUsers = userIds.filter((_, i) => values[i] > 0);
    this.#likedItems = itemIds.filter((_, i) => values[i] > 0);
    this.#order = Int32Array.from(this.#likedUsers.keys());
    const half = 0.5 / components;
    this.#users = new Parameters(tf, tf.randomUniform([users, components], -half, half), [users, components]);
    this.#items = new Parameters(tf, tf.randomUniform([items, components], -half, half), [items, components]);
    this.#biases = new Parameters(tf, tf.zeros([items, 1]), [items, 1]);
  }

  epoch(): void {
    this.#random.shuffle(this.#order);
    for (let from = 0; from < this.#order.length; from += BATCH) {
      this.#tf.tidy(() => this.#step(this.#order.subarray(from, from + BATCH)));
    }
    // Waits for what is still under way.
    this.#biases.values.dataSync();
  }

  #step(batch: Int32Array): void {
    const tf = this.#tf;
    const [items] = this.#items.shape;
    const user = tf.tensor1d(
      batch.map((i) => this.#likedUsers[i]),
      "int32",
    );
    const positive = tf.tensor1d(
      batch.map((i) => this.#likedItems[i]),
      "int32",
    );
    const negative = tf.tensor1d(
      batch.map(() => this.#random.below(items)),
      "int32",
    );
    const userRows = tf.gather(this.#users.values, user);
    const difference = tf.sub(
      tf.gather(this.#items.values, negative),
      tf.gather(this.#items.values, positive),
    );
    const biases = tf.sub(tf.gather(this.#biases.values, negative), tf.gather(this.#biases.values, positive));
    const loss = tf.sigmoid(tf.add(tf.sum(tf.mul(userRows, difference), 1, true), biases));
    const itemStep = tf.mul(loss, userRows);
    const pair = tf.concat([negative, positive]);
    this.#users.step(user, tf.mul(loss, difference));
    this.#items.step(pair, tf.concat([itemStep, tf.neg(itemStep)]));
    this.#biases.step(pair, tf.concat([loss, tf.neg(loss)]));
  }
}

/** A table and its sums of squared gradients. */
class Parameters {
  readonly values: Variable;
  readonly #sums: Variable;

  constructor(
    readonly tf: TensorFlow,
    values: Tensor,
    readonly shape: number[],
  ) {
    this.values = tf.variable(values);
    this.#sums = tf.variable(tf.ones(shape));
  }

  step(rows: Tensor, gradients: Tensor): void {
    const { tf } = this;
    const gradient = tf.scatterND(tf.expandDims(rows, 1), gradients, this.shape);
    this.#sums.assign(tf.add(this.#sums, tf.square(gradient)));
    this.values.assign(tf.sub(this.values, tf.div(tf.mul(gradient, 0.05), tf.sqrt(this.#sums))));
  }
}

/** TensorFlow.js on its WebAssembly backend, installed where it is missing; null if it cannot be had. */
export async function loadTensorFlow(): Promise<TensorFlow | null> {
  if (!existsSync(`${FOLDER}node_modules`)) {
    console.log("Installing TensorFlow.js in bench/ …");
    spawnSync("npm ci --no-audit --no-fund", { cwd: FOLDER, shell: true, stdio: "ignore" });
  }
  try {
    // The names are not literals, as the packages are absent where the types are checked.
    const [core, backend] = ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-wasm"];
    const tf = (await import(core)) as TensorFlow;
    await import(backend);
    const ready = await tf.setBackend("wasm");
    // The backend listens for every error of the process and throws it again, with its own source below.
    for (const event of ["uncaughtException", "unhandledRejection"]) process.removeAllListeners(event);
    return ready ? tf : null;
  } catch {
    return null;
  }
}
