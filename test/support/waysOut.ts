import type { Outside, Receiver } from "./Receiver.ts";

/** A tag, the attribute that names what to load, and others. */
type Loading = [tag: string, attribute: string, others?: Record<string, string>];

interface Given {
  /** An address of the receiver. */
  to: string;
  outside: Outside;
  element?: Loading | undefined;
}

/** One way in which a page can send something to another host. */
export interface WayOut {
  name: string;
  from: "page" | "worker" | "service worker";
  /** Whether it may take the page along, so that it is tried in a tab of its own. */
  leaves?: true;
  /** What the receiver hears of it besides a request. */
  hears?: "tcp" | "stun" | "quic";
  element?: Loading;
  /** Runs in the browser, so it knows nothing but what it is given. */
  go: (given: Given) => unknown;
}

/** Elements that load something by themselves. */
const ELEMENTS: Record<string, Loading> = {
  "`<img>`": ["img", "src"],
  "`<img srcset>`": ["img", "srcset"],
  "`<audio>`": ["audio", "src"],
  "`<video>`": ["video", "src"],
  "`<video poster>`": ["video", "poster"],
  "`<input type=image>`": ["input", "src", { type: "image" }],
  "`<script>`": ["script", "src"],
  "`<script type=module>`": ["script", "src", { type: "module" }],
  "`<iframe>`": ["iframe", "src"],
  "`<object>`": ["object", "data"],
  "`<embed>`": ["embed", "src"],
  "`<link rel=stylesheet>`": ["link", "href", { rel: "stylesheet" }],
  "`<link rel=icon>`": ["link", "href", { rel: "icon" }],
  "`<link rel=preload>`": ["link", "href", { rel: "preload", as: "image" }],
  "`<link rel=modulepreload>`": ["link", "href", { rel: "modulepreload" }],
  "`<link rel=prefetch>`": ["link", "href", { rel: "prefetch" }],
};

const append = ({ to, element }: Given) => {
  const [tag, attribute, others = {}] = element as Loading;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries({ ...others, [attribute]: to })) made.setAttribute(name, value);
  document.body.append(made);
};

/** Those that exist in a page and in a worker alike. */
const anywhere: Omit<WayOut, "from">[] = [
  { name: "`fetch`", go: ({ to }) => fetch(to, { mode: "no-cors" }) },
  {
    name: "`fetch` that outlives the page (keepalive)",
    go: ({ to }) => fetch(to, { method: "POST", body: "1", mode: "no-cors", keepalive: true }),
  },
  {
    name: "`XMLHttpRequest`",
    go: ({ to }) => {
      const request = new XMLHttpRequest();
      request.open("GET", to);
      request.send();
    },
  },
  { name: "`WebSocket`", go: ({ to }) => void new WebSocket(to.replace("http", "ws")) },
  { name: "`EventSource`", go: ({ to }) => void new EventSource(to) },
  {
    name: "`WebTransport`",
    hears: "quic",
    go: ({ outside }) => void new WebTransport(`https://127.0.0.1:${outside.quic}/`).ready.catch(() => {}),
  },
  { name: "`import()`", go: ({ to }) => import(/* @vite-ignore */ to) },
  { name: "`FontFace`", go: ({ to }) => new FontFace("outside", `url("${to}")`).load() },
  {
    name: "`new Worker` of a `blob:`",
    go: ({ to }) => void new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(to)})`]))),
  },
];

const inPage: Omit<WayOut, "from">[] = [
  ...anywhere,
  { name: "`sendBeacon`", go: ({ to }) => navigator.sendBeacon(to, "1") },
  ...Object.entries(ELEMENTS).map(([name, element]) => ({ name, element, go: append })),
  {
    name: "`<link rel=preconnect>`",
    hears: "tcp" as const,
    go: ({ outside }) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preconnect", href: `http://127.0.0.1:${outside.tcp}/` });
      document.head.append(link);
    },
  },
  {
    name: "CSS `url()` in an element's style",
    go: ({ to }) => {
      const element = document.createElement("div");
      element.style.cssText = `width:9px;height:9px;background-image:url("${to}")`;
      document.body.append(element);
      // Images of styles are loaded once the style is computed.
      getComputedStyle(element).backgroundImage;
    },
  },
  {
    name: "CSS `url()` in a style sheet made by a script",
    go: ({ to }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { background-image: url("${to}") }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      getComputedStyle(document.body).backgroundImage;
    },
  },
  {
    name: "CSS `@import` in a `<style>`",
    go: ({ to }) => {
      const style = document.createElement("style");
      style.textContent = `@import url("${to}");`;
      document.head.append(style);
    },
  },
  {
    name: "SVG `<image>`",
    go: ({ to }) => {
      const space = "http://www.w3.org/2000/svg";
      const image = document.createElementNS(space, "image");
      image.setAttribute("href", to);
      const svg = document.createElementNS(space, "svg");
      svg.append(image);
      document.body.append(svg);
    },
  },
  {
    name: "`<a ping>`",
    go: ({ to }) => {
      const link = document.createElement("a");
      Object.assign(link, { href: "#here", ping: to });
      document.body.append(link);
      link.click();
    },
  },
  {
    name: "speculation rules (prefetch)",
    go: ({ to }) => {
      const rules = document.createElement("script");
      rules.type = "speculationrules";
      rules.textContent = JSON.stringify({ prefetch: [{ urls: [to], eagerness: "immediate" }] });
      document.head.append(rules);
    },
  },
  { name: "`AudioWorklet`", go: ({ to }) => new AudioContext().audioWorklet.addModule(to) },
  {
    name: "WebRTC",
    hears: "stun",
    go: async ({ outside }) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${outside.stun}` }] });
      connection.createDataChannel("way out");
      await connection.setLocalDescription(await connection.createOffer());
    },
  },
  {
    name: "a form",
    leaves: true,
    go: ({ to }) => {
      const form = document.createElement("form");
      Object.assign(form, { action: to, method: "post" });
      document.body.append(form);
      form.submit();
    },
  },
  { name: "`window.open`", leaves: true, go: ({ to }) => void window.open(to) },
  {
    name: "a link to a new tab",
    leaves: true,
    go: ({ to }) => {
      const link = document.createElement("a");
      Object.assign(link, { href: to, target: "_blank", rel: "noopener" });
      document.body.append(link);
      link.click();
    },
  },
  { name: "navigation (`location`)", leaves: true, go: ({ to }) => void location.assign(to) },
  {
    name: "`<meta http-equiv=refresh>`",
    leaves: true,
    go: ({ to }) => {
      const meta = document.createElement("meta");
      Object.assign(meta, { httpEquiv: "refresh", content: `0;url=${to}` });
      document.head.append(meta);
    },
  },
];

const inWorker: Omit<WayOut, "from">[] = [
  ...anywhere,
  {
    name: "`importScripts`",
    go: ({ to }) => (globalThis as unknown as { importScripts(url: string): void }).importScripts(to),
  },
];

/** A service worker may import nothing once it is installed, and makes no workers. */
const inServiceWorker = anywhere.filter(({ name }) => !/import|Worker|XMLHttp/.test(name));

export const WAYS_OUT: readonly WayOut[] = [
  ...inPage.map((way) => ({ ...way, from: "page" as const })),
  ...inWorker.map((way) => ({ ...way, from: "worker" as const })),
  ...inServiceWorker.map((way) => ({ ...way, from: "service worker" as const })),
];

/** Milliseconds in which what has been sent arrives: far more than it takes on one machine. */
export const ON_ITS_WAY = 1500;

/** What a content security policy leaves open: only `Connection-Allowlist` closes it, which only Chromium enforces. */
export const needsAllowlist = ({ leaves, hears }: WayOut) => leaves || hears === "stun" || hears === "tcp";

/** What the receiver hears of a way in a request. */
export const idOf = ({ from, name }: WayOut) => encodeURIComponent(`${from}: ${name}`);

/** What a way is given. */
export function givenTo(way: WayOut, outside: Outside): Given {
  return { to: `http://127.0.0.1:${outside.http}/${idOf(way)}`, outside, element: way.element };
}

/** The source of a function that tries a way; what the browser refuses at once counts as what it refuses later. */
export function attempt({ go }: WayOut): string {
  // A promise may wait for ever.
  return `(given) => { try { Promise.resolve((${go})(given)).catch(() => {}); } catch {} }`;
}

/** The ways by which something arrived. */
export function heardOf({ heard }: Receiver): WayOut[] {
  return WAYS_OUT.filter((way) => heard.has(way.hears ?? idOf(way)));
}
