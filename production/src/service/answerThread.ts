import { parentPort, workerData } from "node:worker_threads";
import { readTrained } from "../trained/modelFile.ts";
import { Recommender } from "../trained/Recommender.ts";
import type { AnswerTo, FromThread, Question, ToThread } from "./answers.ts";

/** Opens one model and answers from it, one question after the other. */
const { path } = workerData.task as { path: string };
const tell = (message: FromThread) => parentPort?.postMessage(message);

try {
  const recommender = await Recommender.create(readTrained(path));
  const { mapping, likedFrom, feedback, rated, trainedOn, drift } = recommender.trained;
  parentPort?.on("message", async ({ id, question }: ToThread) => {
    try {
      tell({ type: "answer", id, answer: await answer(recommender, question) });
    } catch (error) {
      const { name, message } = error as Error;
      tell({ type: "failed", id, name, message });
    }
  });
  const facts = {
    users: mapping.users.size,
    items: mapping.items.size,
    likedFrom,
    newer: rated.items.length > 0 ? 1 - trainedOn / rated.items.length : 0,
    drift: drift ?? 0,
    feedback,
  };
  tell({ type: "ready", facts });
} catch (error) {
  const { name, message } = error as Error;
  tell({ type: "refused", name, message });
}

function answer(recommender: Recommender, question: Question): Promise<AnswerTo<Question>> {
  switch (question.kind) {
    case "recommend":
      return recommender.recommend(question.asker, question.options);
    case "similar":
      return recommender.similar(question.item, question.n);
    case "explain":
      return recommender.explain(question.asker, question.item);
  }
}
