const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** Whether the browser asks before the page is left; only while it must, since such pages are reloaded on going back. */
export function askBeforeLeaving(isNeeded: boolean): void {
  if (isNeeded) globalThis.addEventListener?.("beforeunload", ask);
  else globalThis.removeEventListener?.("beforeunload", ask);
}
