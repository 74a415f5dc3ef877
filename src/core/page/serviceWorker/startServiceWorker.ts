import { type Message, VERSION_META } from "../../../serviceWorker/protocol.ts";
import { newVersion } from "./newVersion.ts";
import { reloadForHeaders } from "./reloadForHeaders.ts";

/** Milliseconds that the new version may take to take over before the page is opened anew all the same. */
const PATIENCE = 2000;

/**
 * Has the site's service worker keep the page for visits without a connection and send the headers that the
 * host may not send. Where the browser has no service workers or refuses this one, the page is as it was.
 *
 * @param nothingToReadYet whether the page could still be reloaded without taking anything from the person
 */
export function startServiceWorker(nothingToReadYet: () => boolean): void {
  // While the site is being developed, its files change under their names.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
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
      // A forced reload, or a registration on its way out that this one revived: nobody else would claim the page.
      if (serviceWorker.controller === null && registration.active) send(registration.active, "claim");
      return watchVersions(serviceWorker, registration);
    })
    .catch(() => {});
}

async function watchVersions(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration) {
  /** The page itself may be as new as the worker, as the host is asked for it first. */
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

/** Another tab may have let the new version take over already, or keep it from that with what it asks the old one. */
function reloadInto(container: ServiceWorkerContainer, { waiting }: ServiceWorkerRegistration): void {
  const reload = () => location.reload();
  if (waiting === null) {
    reload();
    return;
  }
  // The host has the new page in any case.
  const late = setTimeout(reload, PATIENCE);
  container.addEventListener("controllerchange", () => {
    clearTimeout(late);
    reload();
  });
  send(waiting, "takeOver");
}

function versionOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${VERSION_META}"]`)?.content;
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
