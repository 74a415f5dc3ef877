import type { FastifyInstance } from "fastify";

/**
 * Which methods an address has; none if there is nothing there. Call it before the routes are added.
 * @returns what tells them for the path of a request
 */
export function otherMethods(app: Pick<FastifyInstance, "addHook">): (path: string) => string[] {
  const methods = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    const own = methods.get(url) ?? new Set();
    methods.set(url, own);
    for (const one of [method].flat()) own.add(one);
  });
  const isAt = (path: string, url: string) =>
    new RegExp(`^${url.replace(/\./g, "\\.").replace(/:\w+/g, "[^/]+").replace(/\*/g, ".*")}$`).test(path);
  return (path) => {
    const found = [...methods].filter(([url]) => isAt(path, url)).flatMap(([, own]) => [...own]);
    return [...new Set(found)].sort();
  };
}
