const RELOADED = "matinee-reloaded-for-headers";

let touched = false;
for (const sign of ["pointerdown", "keydown", "wheel", "touchstart", "dragenter"]) {
  window.addEventListener(sign, () => (touched = true), { capture: true, passive: true, once: true });
}

/**
 * Reloads a page whose host sends no headers, so that the service worker adds them. Once a tab, and only before
 * the person has done anything.
 */
export function reloadForHeaders(): void {
  if (!crossOriginIsolated && !touched && firstTime()) location.reload();
}

/** Without session storage reloads might never end, so there is none. */
function firstTime(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    sessionStorage.setItem(RELOADED, "yes");
    return true;
  } catch {
    return false;
  }
}
