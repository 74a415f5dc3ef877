import { spawn } from "node:child_process";
import { freePort } from "../freePort.js";

/** Milliseconds that one step of the journey may take. */
const PATIENCE = 600_000;

/**
 * WebKit, spoken to in W3C WebDriver over HTTP.
 *
 * @param {string[]} command that starts WebKitWebDriver, perhaps within a display of its own
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./driver.js").Driver>}
 */
export async function startWebKit(command, env) {
  const port = await freePort();
  const [binary, ...options] = command;
  const webkit = spawn(binary, [...options, `--port=${port}`], { env, stdio: "ignore", detached: true });
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/status`).catch(() => null))) {
    if (webkit.exitCode !== null) throw new Error("WebKitWebDriver ended before it listened.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  const send = async (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${address}${path}`, { method, ...sent });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message || value.error}`);
    return value;
  };

  const { sessionId, capabilities } = await send("POST", "/session", { capabilities: { alwaysMatch: {} } });
  const session = `/session/${sessionId}`;
  await send("POST", `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
  return {
    version: capabilities.browserVersion,
    open: (url) => send("POST", `${session}/url`, { url }),
    reload: () => send("POST", `${session}/refresh`, {}),
    run: async (expression) => {
      const script = `const done = arguments[0];
        Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await send("POST", `${session}/execute/async`, { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    close: async () => {
      await send("DELETE", session);
      // The display ends with it.
      process.kill(-(/** @type {number} */ (webkit.pid)));
    },
  };
}
