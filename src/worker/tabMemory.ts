/** A tab's address space ends at 4 GB, and the page itself and the model need some of it. */
const MOST = 3.5 * 2 ** 30;
/** Browsers that tell leave the rest of the device's memory to others. */
const SHARE_OF_DEVICE = 0.6;

/** Bytes that ratings may take in this tab, as far as the browser tells. */
export function tabMemory(): number {
  const { navigator } = globalThis as { navigator?: { deviceMemory?: number } };
  const gigabytes = navigator?.deviceMemory ?? Infinity;
  return Math.min(MOST, gigabytes * 2 ** 30 * SHARE_OF_DEVICE);
}
