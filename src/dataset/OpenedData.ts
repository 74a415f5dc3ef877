import type { Catalogue } from "./Catalogue.ts";
import { type Choices, type Examined, examineTables, type OpenedFiles } from "./columns/understand.ts";
import { type CatalogueOptions, catalogueOf } from "./reading/readCatalogue.ts";

/** The files of a data set, opened once: what they are taken for can be asked and changed before they are read. */
export class OpenedData {
  readonly #opened: OpenedFiles;

  constructor(opened: OpenedFiles) {
    this.#opened = opened;
  }

  /** What the tables are taken for, and what a person's choices make of them. */
  examine(choices: Choices = {}): Examined {
    return examineTables(this.#opened, choices);
  }

  /**
   * Reads the whole. Can be called again, as with other choices.
   * @throws DataFileError if the files cannot be used so, with file, row and remedy.
   * @throws CancelledError if the signal stops it.
   */
  read(options: CatalogueOptions = {}): Promise<Catalogue> {
    return catalogueOf(this.examine(options.choices), options);
  }
}
