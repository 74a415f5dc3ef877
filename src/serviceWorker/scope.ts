export const worker = self as unknown as ServiceWorkerGlobalScope;

/** The site's root, whatever path of its host it lies under; ends with a slash. */
export const scope = worker.registration.scope;
