const RELOADED = "matinee-reloaded-for-headers";

let touched = false;
for (const sign of ["pointerdown", "keydown", "wheel", "touchstart", "dragenter"]) {
  window.addEventListener(sign, () => (touched = true), { capture: true, passive: true, once: true });
}

/**
 * The page came from a host that sends no headers and would get them from the service worker if it were
 * opened again. Does so once a tab, and only before the person has begun something.
 */
export function reloadForHeaders(): void {
  if (!crossOriginIsolated && !touched && firstTime()) location.reload();
}

/** Without a memory a reload could follow a reload: then there is none. */
function firstTime(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    sessionStorage.setItem(RELOADED, "yes");
    return true;
  } catch {
    return false;
  }
}
