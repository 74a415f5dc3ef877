/** Every error that Matinee throws on purpose; its `message` is written to be shown to people. */
export class MatineeError extends Error {
  override name = "MatineeError";
}

/** An argument is out of range or has the wrong shape; the message names it. */
export class ArgumentError extends MatineeError {
  override name = "ArgumentError";
}

/** A file cannot be used; the message names the file, the row if there is one, and the remedy. */
export class DataFileError extends MatineeError {
  override name = "DataFileError";
}

/** A file is damaged, so nothing in it can be relied on. */
export class DamagedFileError extends DataFileError {
  override name = "DamagedFileError";
}

/** A saved model cannot be read; the message says what is wrong with the file. */
export class ModelFileError extends MatineeError {
  override name = "ModelFileError";
}

/** The device can store nothing, or nothing more; the message says what still works. */
export class StorageError extends MatineeError {
  override name = "StorageError";
}

/** Something was requested before what it needs exists. */
export class NotReadyError extends MatineeError {
  override name = "NotReadyError";
}

/** Something was requested while another task is using it. */
export class BusyError extends MatineeError {
  override name = "BusyError";
}

/** The work was stopped on request. */
export class CancelledError extends MatineeError {
  override name = "CancelledError";
}

/** Parameters became NaN or infinite; the model stays as it was before that epoch. */
export class DivergedError extends MatineeError {
  override name = "DivergedError";
}

/** The browser or its host lacks something that Matinee needs. */
export class UnsupportedError extends MatineeError {
  override name = "UnsupportedError";
}

/** The worker died, hung or failed to load; every open request to it is rejected with this error. */
export class WorkerFailedError extends MatineeError {
  override name = "WorkerFailedError";
}
