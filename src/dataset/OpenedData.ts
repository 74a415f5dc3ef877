import type { ByteSource } from "../files/ByteSource.ts";
import type { Catalogue } from "./Catalogue.ts";
import { type CatalogueOptions, catalogueOf } from "./readCatalogue.ts";
import { type Choices, type Examined, examine } from "./understand.ts";

/** The files of a data set, opened once: what they are taken for can be asked and changed before they are read. */
export class OpenedData {
  readonly #sources: readonly ByteSource[];

  constructor(sources: readonly ByteSource[]) {
    this.#sources = sources;
  }

  /**
   * What the tables are taken for, and what a person's choices make of them. Reads their beginnings only.
   * @throws DataFileError if none of the files is a table.
   */
  examine(choices: Choices = {}): Promise<Examined> {
    return examine(this.#sources, choices);
  }

  /**
   * Reads the whole. Can be called again, as with other choices.
   * @throws DataFileError if the files cannot be used so, with file, row and remedy.
   * @throws CancelledError if the signal stops it.
   */
  async read(options: CatalogueOptions = {}): Promise<Catalogue> {
    return catalogueOf(await this.examine(options.choices), options);
  }
}
