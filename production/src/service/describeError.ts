import type { FastifyError } from "fastify";
import {
  ArgumentError,
  BusyError,
  ModelFileError,
  StorageError,
  WorkerFailedError,
} from "../../../src/errors.ts";
import { UnknownIdError } from "../trained/errors.ts";
import { ConflictError, OverloadedError } from "./errors.ts";

/** The status of each error that is raised on purpose; what is in none of these rows is told to the log only. */
const STATUS: readonly [new (message: string) => Error, number][] = [
  [ArgumentError, 400],
  [UnknownIdError, 404],
  [ModelFileError, 422],
  [BusyError, 409],
  [ConflictError, 409],
  [OverloadedError, 503],
  [WorkerFailedError, 503],
  [StorageError, 503],
];

/** What Fastify says of a request without saying what to do about it. */
const REMEDIES: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    "Send JSON, with Content-Type: application/json, or the bytes of a model to /model, with application/octet-stream.",
  FST_ERR_CTP_BODY_TOO_LARGE:
    "The request is too large. Send at most a megabyte at a time; a model may hold 2 GiB.",
};

/** What TypeBox says of values, as people would. */
const PLAIN: readonly [RegExp, string][] = [
  // The only pattern in the schemas.
  [/must match pattern ".*"/, "must hold no NUL"],
  [/^(\S+) schema is false,.*/, "$1 is not known: see /docs"],
  [/must be integer/g, "must be a whole number"],
  [/must be number/g, "must be a number"],
  [/must be boolean/g, "must be true or false"],
  [/must be string/g, "must be a string"],
  [/must be (object|array)/g, "must be an $1"],
  [/must be >= /g, "must be at least "],
  [/must be <= /g, "must be at most "],
  [/must not have fewer than 1 (items|characters)/g, "must not be empty"],
  [/querystring\//g, ""],
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
  const { code } = error as FastifyError;
  const isTold = known !== undefined || status < 500 || code === "FST_ERR_HANDLER_TIMEOUT";
  return {
    status,
    ...((status === 503 || error instanceof BusyError) && { retryAfter: 1 }),
    body: {
      error: known ? error.name : status < 500 ? "BadRequest" : "ServerError",
      message: isTold ? messageOf(error) : "Something went wrong here. See the service's log.",
    },
  };
}

function messageOf({ message, code }: Error & { code?: string }): string {
  const remedy = code && REMEDIES[code];
  if (remedy) return remedy;
  return PLAIN.reduce((text, [from, to]) => text.replace(from, to), message);
}
