import { clientOf } from "../../src/core/client/connect.ts";
import { Context } from "../../src/core/page/Context.ts";
import { type FeatureStore, Stores } from "../../src/core/page/stores.tsx";
import { createServices, type Services } from "../../src/services.ts";

type AnyServices = Record<string, Record<string, (...parameters: unknown[]) => unknown>>;

/** Stores as on the page, with the worker's services in this process and nothing on screen. */
export function pageInProcess(kinds: readonly FeatureStore[]): { context: Context; stores: Stores } {
  const services = createServices() as unknown as AnyServices;
  const worker = clientOf<Services>(async (service, method, parameters) =>
    services[service][method](...parameters),
  );
  const context = new Context(() => ({ worker, terminate: () => {} }));
  return { context, stores: new Stores(context, kinds) };
}
