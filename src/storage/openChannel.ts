/** A channel to other tabs; null if the browser has none: they then catch up when they are next looked at. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
