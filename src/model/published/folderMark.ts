/** A page that was published with a model names the model's folder in a <meta> of this name, relative to itself. */
export const MODEL_META = "matinee-model";
