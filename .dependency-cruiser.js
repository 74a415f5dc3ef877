const ROOMS = ["matrix", "files", "dataset", "importers", "model", "ranking", "evaluation", "experiment"];
const LIBRARY = `^src/(${ROOMS.join("|")})/`;
const FACES = "^src/(index|evaluation|files)\\.ts$";
const LEAVES = "^src/(errors|arguments|editDistance|nextTask|release|steps)\\.ts$";
const LISTS = "^src/(services|stores|places)\\.ts$|^src/main\\.tsx$";

/** The way through the house, which `npm test` keeps. */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Nothing needs itself to be understood. Types may refer to each other.",
      severity: "error",
      from: { path: "^src" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "library-knows-no-feature",
      comment: "The library's rooms, and the faces that export them, know only each other.",
      severity: "error",
      from: { path: `${LIBRARY}|${FACES}` },
      to: { path: "^src/", pathNot: `${LIBRARY}|${LEAVES}` },
    },
    {
      name: "library-needs-no-screen",
      comment: "Nor does the worker.",
      severity: "error",
      from: { path: `${LIBRARY}|${FACES}|${LEAVES}|/worker/|^src/(storage|serviceWorker)/` },
      to: { path: "node_modules/(react|react-dom|uplot)/" },
    },
    {
      name: "leaves-stand-alone",
      comment: "Anyone may import them, so they import nobody.",
      severity: "error",
      from: { path: LEAVES },
      to: { path: "^src/", pathNot: LEAVES },
    },
    {
      name: "service-worker-stands-alone",
      comment: "It starts before the page and outlives it.",
      severity: "error",
      from: { path: "^src/serviceWorker/" },
      to: { path: "^src/", pathNot: "^src/serviceWorker/" },
    },
    {
      name: "src-needs-nothing-around-it",
      comment: "What tests, measures and serves the code builds on it.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|production|spark|scripts|bench|examples)/" },
    },
    {
      name: "production-needs-no-page",
      comment: "Outside a browser there are the library, and the bytes of the built page.",
      severity: "error",
      from: { path: "^production/" },
      to: {
        path: "^src/(core|features|ui|storage)/|^src/(services|stores|places)\\.ts$|^src/main\\.tsx$|^(test|bench)/",
      },
    },
    ...ROOMS.slice(0, -1).map((room, i) => ({
      name: `one-way-through-the-library-${room}`,
      comment: "A room of the library imports from those before it in the list only.",
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${ROOMS.slice(i + 1).join("|")})/` },
    })),
    {
      name: "model-knows-no-catalogue",
      comment: "A model knows matrices; of data sets only the types of ids and mappings.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { path: "^src/(dataset|importers|evaluation|experiment)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-keep-to-themselves",
      comment: "A feature knows another's public types, its api.ts, and nothing else of it.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: ["^src/features/$1/", "^src/features/[^/]+/api\\.ts$"] },
    },
    {
      name: "core-knows-no-feature",
      comment: "Features are joined in the three lists.",
      severity: "error",
      from: { path: "^src/(core|ui|storage)/" },
      to: { path: "^src/features/" },
    },
    {
      name: "core-builds-upwards",
      comment:
        "What is shown, stored and passed between page and worker needs neither of them; only their types may.",
      severity: "error",
      from: { path: "^src/(ui|storage)/|^src/core/api/" },
      to: { path: "^src/core/(page|worker|client)/" },
    },
    {
      name: "what-both-sides-share-knows-neither",
      comment: "A feature's types and constants beside its folders page/ and worker/.",
      severity: "error",
      from: { path: "^src/features/[^/]+/[^/]+$" },
      to: { path: "/(page|worker)/" },
    },
    {
      name: "page-imports-no-worker",
      comment: "The page calls the worker through its client; their types may be shared.",
      severity: "error",
      from: { path: "/page/|^src/ui/|^src/core/client/" },
      to: { path: "/worker/|^src/services\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "worker-imports-no-page",
      severity: "error",
      from: { path: "/worker/|^src/services\\.ts$" },
      to: { path: "/page/|^src/ui/|^src/core/client/" },
    },
    {
      name: "only-main-joins",
      comment: "The three lists are read where the page and the worker start.",
      severity: "error",
      from: { path: "^src/", pathNot: `${LISTS}|^src/core/worker/main\\.ts$` },
      to: { path: "^src/(services|stores|places)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
  },
};
