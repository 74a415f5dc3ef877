/** Measured: 32 million ratings train within it (docs/big-files.md). */
const MOST = 2 * 2 ** 30;
/** The rest of the device's memory is left to others. */
const SHARE_OF_DEVICE = 0.5;

/** Bytes that ratings may take in this tab, as far as the browser says. */
export function tabMemory(): number {
  const { navigator } = globalThis as { navigator?: { deviceMemory?: number } };
  const gigabytes = navigator?.deviceMemory ?? Infinity;
  return Math.min(MOST, gigabytes * 2 ** 30 * SHARE_OF_DEVICE);
}
