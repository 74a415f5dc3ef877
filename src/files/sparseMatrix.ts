/** The arrays that `scipy.sparse.save_npz` writes for every kind of matrix, and a model does not have. */
const ARRAYS = ["format", "shape", "data"];

/** Whether an `.npz` with these arrays is a sparse matrix of SciPy's. */
export function isSparseMatrix(has: (array: string) => boolean): boolean {
  return ARRAYS.every(has);
}

/** What such a file is, and how to make a table of it. */
export function sparseMatrixAdvice(name: string): string {
  const load = `m = scipy.sparse.load_npz("${name}").tocoo()`;
  const save = `pandas.DataFrame({"user": m.row, "item": m.col, "rating": m.data}).to_csv("ratings.csv", index=False)`;
  return `${name} is a SciPy sparse matrix, not a model. To use its ratings, save them as a table in Python: ${load}; ${save}`;
}
