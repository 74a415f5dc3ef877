import { measureMap } from "./latency/map.js";
import { addMany, measureRatings, rateFew } from "./latency/ratings.js";
import { measureSteering } from "./latency/steering.js";
import { readFlags } from "./run.js";
import { visitBuiltSite } from "./visitBuiltSite.js";

/** How quick the page is to the hand: from a rating to the changed list, a step of a slider, and a frame of the map. */
readFlags({}, "npm run latency   (after npm run build)");

await visitBuiltSite(async (newPage) => {
  const page = await newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  for (const have of [rateFew, addMany]) {
    const whose = await have(page);
    await measureRatings(page, whose);
    await measureSteering(page, whose);
  }
  await measureMap(page);
});
