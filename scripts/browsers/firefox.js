import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Firefox, spoken to in WebDriver BiDi over the socket that it opens itself.
 *
 * @param {string} binary
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./driver.js").Driver>}
 */
export async function startFirefox(binary, env) {
  const profile = mkdtempSync(join(tmpdir(), "matinee-firefox-"));
  // WebRTC's listener is on this machine.
  writeFileSync(join(profile, "user.js"), 'user_pref("media.peerconnection.ice.loopback", true);\n');
  const options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
  const firefox = spawn(binary, options, { env, stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(`${await addressIn(firefox.stderr)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("Firefox refused the connection."));
  });

  /** @type {Map<number, (answer: any) => void>} */
  const asked = new Map();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(data);
    asked.get(answer.id)?.(answer);
    asked.delete(answer.id);
  };
  let last = 0;
  /** @param {string} method @param {object} params */
  const send = async (method, params) => {
    const id = ++last;
    const answered = new Promise((resolve) => asked.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  };

  const { capabilities } = await send("session.new", { capabilities: {} });
  const { contexts } = await send("browsingContext.getTree", {});
  const { context } = contexts[0];
  return {
    version: capabilities.browserVersion,
    open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    reload: () => send("browsingContext.reload", { context, wait: "complete" }),
    run: async (expression) => {
      const asked = { expression, target: { context }, awaitPromise: true };
      // As after a click: new windows are for people who asked for them.
      const answer = await send("script.evaluate", { ...asked, userActivation: true });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    },
    close: async () => {
      const ended = new Promise((resolve) => firefox.once("exit", resolve));
      firefox.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Where it listens, as it says itself.
 *
 * @param {import("node:stream").Readable} output
 * @returns {Promise<string>}
 */
function addressIn(output) {
  return new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (piece) => {
      text += piece;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    output.on("close", () => reject(new Error(`Firefox ended before it listened: ${text}`)));
  });
}
