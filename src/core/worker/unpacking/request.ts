import type { DataFile } from "../../../files/ByteSource.ts";
import type { ListedEntry } from "../../../files/zipDirectory.ts";

/** Which entry to unpack, and where to send its pieces. */
export interface UnpackRequest {
  file: DataFile;
  entry: ListedEntry;
  port: MessagePort;
}
