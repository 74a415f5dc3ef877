import type { ListedEntry } from "../../../files/archives/zipDirectory.ts";
import type { DataFile } from "../../../files/ByteSource.ts";

/** Which entry of a zip to unpack, null for a gzip, and where to send its pieces. */
export interface UnpackRequest {
  file: DataFile;
  entry: ListedEntry | null;
  port: MessagePort;
}
