import { measureMap } from "./latency/map.js";
import { measureRatings } from "./latency/ratings.js";
import { measureSteering } from "./latency/steering.js";
import { readFlags } from "./run.js";
import { visitBuiltSite } from "./visitBuiltSite.js";

/** How quick the page is to the hand: from a rating to the changed list, a step of a slider, and a frame of the map. */
readFlags({}, "npm run latency   (after npm run build)");

await visitBuiltSite(async (newPage) => {
  const page = await newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await measureRatings(page);
  await measureSteering(page);
  await measureMap(page);
});
