import type { Answers } from "../../files/Question.ts";
import { openDropped } from "../../importers/openDropped.ts";
import type { Opened } from "../api/opened.ts";
import { unpackAhead } from "./unpacking/unpackAhead.ts";
import type { Workspace } from "./Workspace.ts";

/** The one way in for files. */
export class OpeningService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Opens files and says what they are; what was read stays in the workspace for the service that needs it.
   *
   * @throws DataFileError if the files cannot be read or do not belong together.
   */
  async open(files: File[], answers: Answers): Promise<Opened> {
    const loaded = this.#workspace.dataIfAny?.catalogue.nouns.many;
    const opened = await openDropped(files, answers, unpackAhead, loaded);
    this.#workspace.opened = opened;
    return opened.kind === "question" ? opened : { kind: opened.kind };
  }
}
