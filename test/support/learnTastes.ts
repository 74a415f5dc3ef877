import type { Services } from "../../src/services.ts";
import { openInto } from "./openInto.ts";
import { filmsFile, ratingsFile, tasteRatings } from "./tasteFiles.ts";

/** Opens the films of two tastes and learns them within a moment. */
export async function learnTastes(services: Services): Promise<void> {
  await openInto(services, [ratingsFile(tasteRatings), filmsFile()]);
  const settings = { noComponents: 8, learningRate: 0.05, epochs: 6, threads: 1 };
  await services.training.train(settings, "new", () => {});
}
