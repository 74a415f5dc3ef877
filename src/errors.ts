/** Every error that Matinee raises on purpose; its `message` is fit to be read by a person. */
export class MatineeError extends Error {
  override name = "MatineeError";
}

/** An argument is out of its range or of the wrong shape; the message names it. */
export class ArgumentError extends MatineeError {
  override name = "ArgumentError";
}

/** A file cannot be used; the message names the file, where there is one the row, and the remedy. */
export class DataFileError extends MatineeError {
  override name = "DataFileError";
}

/** A file is not as it was written, so that nothing in it can be relied on. */
export class DamagedFileError extends DataFileError {
  override name = "DamagedFileError";
}

/** A saved model cannot be read; the message says what is wrong with the file. */
export class ModelFileError extends MatineeError {
  override name = "ModelFileError";
}

/** The device keeps nothing, or nothing more; the message says what still works. */
export class StorageError extends MatineeError {
  override name = "StorageError";
}

/** Something is asked for before what it needs exists. */
export class NotReadyError extends MatineeError {
  override name = "NotReadyError";
}

/** Something is asked for while another piece of work holds it. */
export class BusyError extends MatineeError {
  override name = "BusyError";
}

/** The person stopped it. */
export class CancelledError extends MatineeError {
  override name = "CancelledError";
}

/** Parameters became NaN or infinite; the model is as it was before that epoch. */
export class DivergedError extends MatineeError {
  override name = "DivergedError";
}

/** The browser or its host lacks something that Matinee cannot do without. */
export class UnsupportedError extends MatineeError {
  override name = "UnsupportedError";
}

/** The worker died, hung or failed to load; everything that was asked of it is rejected with this. */
export class WorkerFailedError extends MatineeError {
  override name = "WorkerFailedError";
}
