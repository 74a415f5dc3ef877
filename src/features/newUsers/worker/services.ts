import type { Workspace } from "../../../core/worker/Workspace.ts";
import { ComparisonService } from "./ComparisonService.ts";
import { KnownModel } from "./KnownModel.ts";
import { ReplayService } from "./ReplayService.ts";
import { TimelineService } from "./TimelineService.ts";
import { TuningService } from "./TuningService.ts";
import { UpdateService } from "./UpdateService.ts";

/** The experiments on new users, which share a split and a model of what is known. */
export function newUsersServices(workspace: Workspace) {
  const known = new KnownModel(workspace);
  return {
    timeline: new TimelineService(workspace),
    tuning: new TuningService(workspace, known),
    update: new UpdateService(workspace, known),
    comparison: new ComparisonService(workspace, known),
    replay: new ReplayService(workspace, known),
  };
}
