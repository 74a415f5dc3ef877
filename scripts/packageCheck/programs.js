/**
 * A program that trains on one thread and then on two, saves, loads and recommends, and says what came of it.
 *
 * @param {{ log: string, load?: "import" | "require" }} options the function that is told, and how the library is loaded
 */
export function trainingProgram({ log, load = "import" }) {
  const names = "{ Dataset, LightFM, loadModel, saveModel }";
  const loading =
    load === "import" ? `import ${names} from "matinee";` : `const ${names} = require("matinee");`;
  return `${loading}
const likes = [["a", "x"], ["a", "y"], ["b", "y"], ["c", "z"], ["d", "z"], ["d", "w"]];
async function train(threads) {
  const dataset = new Dataset().fit(likes.map(([user]) => user), likes.map(([, item]) => item));
  const model = new LightFM({ loss: "warp", seed: 1 });
  await model.fit(dataset.buildInteractions(likes), { epochs: 5, threads });
  const { items } = await loadModel(saveModel(model)).model.recommend(0);
  ${log}(JSON.stringify({ epochs: model.epochs, items: [...items].sort() }));
}
train(1).then(() => train(2)).catch((error) => ${log}(String(error)));
`;
}
