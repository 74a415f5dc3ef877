import { type Endpoint, expose } from "comlink";

/** Exposes services to the page; it pings between slices of work to see that the worker responds. */
export function exposeServices(services: object, endpoint?: Endpoint): void {
  expose({ ...services, ping: () => true }, endpoint);
}
