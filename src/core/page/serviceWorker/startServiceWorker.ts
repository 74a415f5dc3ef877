import type { Message } from "../../../serviceWorker/protocol.ts";
import { newVersion } from "./newVersion.ts";
import { reloadForHeaders } from "./reloadForHeaders.ts";
import { versionOfPage } from "./versionOfPage.ts";

/** Milliseconds to wait for the new version to take over before reloading anyway. */
const PATIENCE = 2000;

/**
 * Starts the service worker, which serves the page offline and adds headers that the host may lack. Without
 * service workers, or if this one is refused, the page works as it is.
 *
 * @param nothingToReadYet whether the page could still be reloaded without the person losing anything
 */
export function startServiceWorker(nothingToReadYet: () => boolean): void {
  // In development, files change without changing their names.
  if (!import.meta.env.PROD) return;
  const serviceWorker = container();
  if (!serviceWorker) return;
  serviceWorker.addEventListener(
    "controllerchange",
    () => {
      if (nothingToReadYet()) reloadForHeaders();
    },
    { once: true },
  );
  serviceWorker
    .register(`${import.meta.env.BASE_URL}sw.js`)
    .then((registration) => {
      // After a forced reload, or when this revived a registration that was about to go, nothing else claims the page.
      if (serviceWorker.controller === null && registration.active) send(registration.active, "claim");
      return watchVersions(serviceWorker, registration);
    })
    .catch(() => {});
}

/** Where site data is blocked, even asking for it throws. */
function container(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

async function watchVersions(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration) {
  /** The page may be as new as the worker: it comes from the host first. */
  async function meet(worker: ServiceWorker | null): Promise<void> {
    if (worker === null) return;
    if ((await versionOf(worker)) !== versionOfPage()) {
      newVersion.set({ reload: () => reloadInto(container, registration) });
    } else if (worker === registration.waiting) send(worker, "takeOver");
  }
  function meetWhenInstalled(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") void meet(worker);
    });
  }

  registration.addEventListener("updatefound", () => meetWhenInstalled(registration.installing));
  container.addEventListener("controllerchange", () => void meet(container.controller));
  document.addEventListener("visibilitychange", () => {
    // A tab may stay open for days.
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
  meetWhenInstalled(registration.installing);
  await meet(registration.waiting);
}

/** Another tab may have activated the new version already, or may block it with requests to the old one. */
function reloadInto(container: ServiceWorkerContainer, { waiting }: ServiceWorkerRegistration): void {
  const reload = () => location.reload();
  if (waiting === null) {
    reload();
    return;
  }
  // The host serves the new page in any case.
  const late = setTimeout(reload, PATIENCE);
  container.addEventListener("controllerchange", () => {
    clearTimeout(late);
    reload();
  });
  send(waiting, "takeOver");
}

function versionOf(worker: ServiceWorker): Promise<string> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<string>) => resolve(event.data);
    send(worker, "version", port2);
  });
}

function send(worker: ServiceWorker, message: Message, ...ports: MessagePort[]): void {
  worker.postMessage(message, ports);
}
