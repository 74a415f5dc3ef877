import { CatalogueService } from "./core/worker/CatalogueService.ts";
import { OpeningService } from "./core/worker/OpeningService.ts";
import { SavedWorks } from "./core/worker/storage/SavedWorks.ts";
import { Workspace } from "./core/worker/Workspace.ts";
import { DataService } from "./features/data/worker/DataService.ts";
import { ModelFileService } from "./features/exports/worker/ModelFileService.ts";
import { FilmService } from "./features/film/worker/FilmService.ts";
import { RecommendationService } from "./features/forYou/worker/RecommendationService.ts";
import { StartService } from "./features/forYou/worker/StartService.ts";
import { TogetherService } from "./features/forYou/worker/TogetherService.ts";
import { ImportService } from "./features/importRatings/worker/ImportService.ts";
import { MapService } from "./features/map/worker/MapService.ts";
import { newUsersServices } from "./features/newUsers/worker/services.ts";
import { QualityService } from "./features/quality/worker/QualityService.ts";
import { SavedService } from "./features/saved/worker/SavedService.ts";
import { ServingService } from "./features/serving/worker/ServingService.ts";
import { TrainingService } from "./features/training/worker/TrainingService.ts";

/** Everything the page can ask of the worker, by name: `worker.serving.lookUp("27")`. */
export function createServices() {
  const workspace = new Workspace();
  const { jobs } = workspace;
  const works = new SavedWorks();
  return {
    job: { cancel: () => jobs.cancel() },
    catalogue: new CatalogueService(workspace),
    opening: new OpeningService(workspace),
    data: new DataService(workspace, works),
    saved: new SavedService(workspace, works),
    training: new TrainingService(workspace, works.checkpoints),
    recommendations: new RecommendationService(workspace),
    start: new StartService(workspace),
    together: new TogetherService(workspace),
    film: new FilmService(workspace),
    map: new MapService(workspace),
    importRatings: new ImportService(workspace),
    modelFile: new ModelFileService(workspace),
    ...newUsersServices(workspace),
    quality: new QualityService(workspace),
    serving: new ServingService(workspace),
  };
}

export type Services = ReturnType<typeof createServices>;
