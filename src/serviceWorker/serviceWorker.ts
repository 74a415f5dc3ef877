import { answer } from "./answer.ts";
import { version } from "./build.ts";
import type { Message } from "./protocol.ts";
import { worker } from "./scope.ts";
import { forgetOlderVersions, keepThisVersion } from "./versions.ts";

worker.addEventListener("install", (event) => event.waitUntil(keepThisVersion()));

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOlderVersions(), worker.clients.claim()]));
});

worker.addEventListener("fetch", (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

worker.addEventListener("message", (event) => {
  const message = event.data as Message;
  if (message === "version") event.ports[0].postMessage(version);
  else event.waitUntil(message === "takeOver" ? worker.skipWaiting() : worker.clients.claim());
});
