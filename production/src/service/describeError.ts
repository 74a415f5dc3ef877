import type { FastifyError } from "fastify";
import {
  ArgumentError,
  BusyError,
  ModelFileError,
  StorageError,
  WorkerFailedError,
} from "../../../src/errors.ts";
import { UnknownIdError } from "../trained/errors.ts";
import { OverloadedError } from "./errors.ts";

/** The status of each error that is raised on purpose; what is in none of these rows is told to the log only. */
const STATUS: readonly [new (message: string) => Error, number][] = [
  [ArgumentError, 400],
  [UnknownIdError, 404],
  [ModelFileError, 422],
  [BusyError, 409],
  [OverloadedError, 503],
  [WorkerFailedError, 503],
  [StorageError, 503],
];

export interface DescribedError {
  status: number;
  /** Seconds. */
  retryAfter?: number;
  body: { error: string; message: string };
}

export function describeError(error: Error): DescribedError {
  const known = STATUS.find(([Kind]) => error instanceof Kind);
  const status = known?.[1] ?? (error as FastifyError).statusCode ?? 500;
  const isTold =
    known !== undefined || status < 500 || (error as FastifyError).code === "FST_ERR_HANDLER_TIMEOUT";
  return {
    status,
    ...([409, 503].includes(status) && { retryAfter: 1 }),
    body: {
      error: known ? error.name : status < 500 ? "BadRequest" : "ServerError",
      message: isTold ? error.message : "Something went wrong here. The log of the service says what.",
    },
  };
}
