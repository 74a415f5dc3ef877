import type { Steps } from "../../steps.ts";
import type { LearningSchedule } from "../hyperparameters.ts";
import { FeatureTable, NEVER_LEARNT, type Parameters, type Side } from "../memory/FeatureTable.ts";
import { npyOfZeros } from "./npy.ts";
import type { Npz } from "./npz.ts";
import { refuseFile } from "./refuseFile.ts";

/** LightFM's names for what the arrays of a table hold: of the embeddings, and of the biases. */
const ATTRIBUTES = {
  values: ["embeddings", "biases"],
  sums: ["embedding_gradients", "bias_gradients"],
  momenta: ["embedding_momentum", "bias_momentum"],
} as const;

type Part = keyof typeof ATTRIBUTES;
const PARTS = Object.keys(ATTRIBUTES) as Part[];

/** The six arrays of one side as LightFM has them; it has momenta under adagrad too, all zero. */
export function* tableArrays(table: FeatureTable): Generator<[name: string, bytes: Uint8Array]> {
  const { side, features, noComponents } = table;
  for (const part of PARTS) {
    // Written where they are to lie: of large models, each copy counts.
    const embeddings = npyOfZeros([features, noComponents]);
    const biases = npyOfZeros([features]);
    const rows = table[part];
    if (rows) table.splitInto(rows, { embeddings: embeddings.values, biases: biases.values });
    const [embeddingsName, biasesName] = ATTRIBUTES[part];
    yield [`${side}_${embeddingsName}`, embeddings.bytes];
    yield [`${side}_${biasesName}`, biases.bytes];
  }
}

/** The learnt arrays of one side, checked, as they lie in a file. */
export class SavedTable {
  readonly features: number;
  readonly noComponents: number;
  readonly #side: Side;
  readonly #arrays: Record<Part, Parameters>;

  private constructor(side: Side, shape: readonly number[], arrays: Record<Part, Parameters>) {
    this.#side = side;
    [this.features, this.noComponents] = shape;
    this.#arrays = arrays;
  }

  /** @throws ModelFileError if an array is missing or of another shape, or holds what is not finite. */
  static *read(file: Npz, side: Side): Steps<SavedTable> {
    const [embeddingsName, biasesName] = ATTRIBUTES.values;
    const embeddings = file.read(`${side}_${embeddingsName}`);
    if (embeddings.shape.length !== 2) refuseFile(`${embeddings.name} must have two dimensions`);
    const [features, noComponents] = embeddings.shape;
    const read = (name: string, ...shape: number[]) =>
      file
        .read(`${side}_${name}`)
        .shaped(...shape)
        .float32();
    const pair = ([ofEmbeddings, ofBiases]: readonly [string, string]) => ({
      embeddings: read(ofEmbeddings, features, noComponents),
      biases: read(ofBiases, features),
    });
    const values = { embeddings: embeddings.float32(), biases: read(biasesName, features) };
    yield;
    const sums = pair(ATTRIBUTES.sums);
    yield;
    const momenta = pair(ATTRIBUTES.momenta);
    yield;
    return new SavedTable(side, embeddings.shape, { values, sums, momenta });
  }

  /** Whether there are momenta: only adadelta leaves them behind. */
  get hasMomenta(): boolean {
    return this.#arrays.momenta.embeddings.some((x) => x !== 0);
  }

  toTable(schedule: LearningSchedule): FeatureTable {
    const begun = FeatureTable.begin(this.#side, this.noComponents, schedule);
    const { values, sums, momenta } = this.#arrays;
    return begun.with(
      begun.join(values),
      begun.join(sums, NEVER_LEARNT),
      begun.momenta && begun.join(momenta),
    );
  }
}
