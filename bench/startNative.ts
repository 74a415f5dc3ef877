import { PythonProcess } from "../scripts/PythonProcess.ts";

/** Python LightFM in a process of its own, which waits between commands so that it can be timed in turn; null if there is none. */
export function startNative(): PythonProcess | null {
  return PythonProcess.start(new URL("lightfmPeer.py", import.meta.url).pathname, "lightfm");
}
