export const worker = self as unknown as ServiceWorkerGlobalScope;

/** The site's root, under whatever path of its host; ends with a slash. */
export const scope = worker.registration.scope;
