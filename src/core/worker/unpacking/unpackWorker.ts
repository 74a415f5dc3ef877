import { sendPieces } from "../../../files/handOver.ts";
import { unpackEntry } from "../../../files/openZip.ts";
import type { UnpackRequest } from "./request.ts";

// A worker of its own: what unpacks a file waits on neither the one that reads its rows nor the page.
addEventListener("message", ({ data: { file, entry, port } }: MessageEvent<UnpackRequest>) => {
  // The other worker hears of what is reported.
  sendPieces(port, unpackEntry(file, entry)).catch(reportError);
});
