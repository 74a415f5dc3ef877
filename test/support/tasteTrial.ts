import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { TrialData } from "../../src/experiment/challenges/TrialData.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { filmsFile, ratingsFile, tasteRatings } from "./tasteFiles.ts";

export const trialSettings: ModelSettings = {
  hyperparameters: { loss: "warp", noComponents: 8 },
  featureWeights: { users: 1, items: 1 },
};

/** The two tastes of 80 users and 30 films, 30% held out. */
export async function tasteTrial(seed = 3): Promise<TrialData> {
  return new TrialData(await readCatalogue([ratingsFile(tasteRatings), filmsFile()]), seed);
}
