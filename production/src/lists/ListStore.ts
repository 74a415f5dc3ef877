import type { UserList } from "./makeLists.ts";

/** What the lists are of. */
interface About {
  /** The version of the model. */
  model: string;
  /** ISO 8601 */
  made: string;
  n: number;
}

export interface ListStore {
  /**
   * Replaces what the store held, whole or not at all.
   * @param lists some users at a time
   * @param titles of every item by id
   * @throws StorageError if the store cannot be written, with the remedy
   */
  write(lists: AsyncIterable<UserList[]>, titles: ReadonlyMap<string, string>, about: About): Promise<void>;
}

export interface ListShape {
  /** One row to a user and place, instead of one row to a user with arrays. */
  rows: boolean;
}
