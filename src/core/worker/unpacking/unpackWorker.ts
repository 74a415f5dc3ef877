import { openGzip } from "../../../files/archives/gzip.ts";
import { sendPieces } from "../../../files/archives/handOver.ts";
import { unpackEntry } from "../../../files/archives/openZip.ts";
import type { DataFile } from "../../../files/ByteSource.ts";
import type { UnpackRequest } from "./request.ts";

// A worker of its own: what unpacks a file waits on neither the one that reads its rows nor the page.
addEventListener("message", ({ data: { file, entry, port } }: MessageEvent<UnpackRequest>) => {
  // The other worker hears of what is reported.
  sendPieces(port, entry ? unpackEntry(file, entry) : gunzip(file)).catch(reportError);
});

async function* gunzip(file: DataFile): AsyncIterable<Uint8Array> {
  yield* (await openGzip(file)).pieces();
}
