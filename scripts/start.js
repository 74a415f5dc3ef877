import { createServer } from "node:net";
import { buildKernels, buildSite } from "./build.js";
import { installMissing } from "./install.js";
import { giveUp, readFlags } from "./run.js";

readFlags({}, "npm start   (PORT=8080 npm start for another port)");
const port = Number(process.env.PORT || 4173);
if (!(Number.isInteger(port) && port > 0 && port < 65536)) {
  giveUp(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535.`);
}
// Asked before the build, which would change the site under the server that holds the port.
if (!(await isFree(port))) {
  giveUp(`Port ${port} is taken. Choose another one: PORT=${port === 65535 ? 4173 : port + 1} npm start`);
}

installMissing();
if (!(buildKernels() && buildSite())) giveUp("The page could not be built; the reason stands above.");

const { preview } = await import("vite");
await preview({ preview: { port, strictPort: true } });
console.log("\nMatinee is ready; Ctrl+C ends it. Open this address in a browser:");
console.log(`http://localhost:${port}/`);

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
}
