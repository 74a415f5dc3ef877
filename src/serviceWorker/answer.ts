import { headers } from "./build.ts";
import { VERSION_META } from "./protocol.ts";
import { scope } from "./scope.ts";
import { fileFor, fileOfThisVersion, keepWhenAsked } from "./versions.ts";

/** Milliseconds to wait for the host before the cached page is shown. */
const PATIENCE = 2500;

/** Answers for the site's own files, with its headers; null for anything else, which the browser handles. */
export function answer({ request, clientId }: FetchEvent): Promise<Response> | null {
  if (request.method !== "GET" || !request.url.startsWith(scope)) return null;
  return request.mode === "navigate" ? answerNavigation(request) : answerFile(request, clientId);
}

/** The host comes first, so that a reload always brings its current page. */
async function answerNavigation(request: Request): Promise<Response> {
  const fresh = fetch(request, { cache: "no-cache" }).then(unlessOtherSite);
  const inTime = await Promise.race([fresh.catch(() => null), after(PATIENCE)]);
  if (inTime !== null && inTime.status < 500) return inTime;

  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const isPage = address === scope || address === `${scope}index.html`;
  const kept = await orNothing(fileOfThisVersion(isPage ? scope : address));
  if (kept) return withHeaders(kept);
  // The one page finds its files by relative addresses, so it must be opened at its own.
  return isPage ? fresh : fresh.catch(() => Response.redirect(scope));
}

async function answerFile(request: Request, clientId: string): Promise<Response> {
  const { url } = request;
  const kept = (await orNothing(fileFor(clientId, url))) ?? (await keepWhenAsked(url));
  return withHeaders(kept ?? (await fetch(request)));
}

/** Caches can fail or be refused as any storage: then the host is asked. */
function orNothing(kept: Promise<Response | undefined>): Promise<Response | undefined> {
  return kept.catch(() => undefined);
}

/** The host's error page, or another site at this address (as on localhost), is passed on as it is. */
async function unlessOtherSite(response: Response): Promise<Response> {
  const isMarkup = response.headers.get("Content-Type")?.startsWith("text/html");
  const isOther = isMarkup && !(await response.clone().text()).includes(`name="${VERSION_META}"`);
  return isOther ? response : withHeaders(response);
}

function withHeaders(response: Response): Response {
  // The browser follows redirects.
  if (response.type !== "basic") return response;
  const { body, status, statusText } = response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}
