import { buildProduction } from "../../../scripts/productionPackage.js";

/** Tests start processes and threads from the package, as its users do. */
export default buildProduction;
