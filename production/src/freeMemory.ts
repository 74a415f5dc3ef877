import { freemem } from "node:os";

/**
 * Bytes that this process may still take. In a container it is the limit less what the process has itself: Node's own
 * `availableMemory` takes the files that the system keeps in memory, such as the one just read, for used up.
 */
export function freeMemory(): number {
  const limit = process.constrainedMemory() || Infinity;
  return Math.min(freemem(), Math.max(0, limit - process.memoryUsage.rss()));
}
