import { GrowingBuffer } from "./GrowingBuffer.ts";
import type { UserList } from "./makeLists.ts";

/** Type numbers from PostgreSQL's catalogue. */
const TEXT = 25;
const FLOAT4 = 700;

/** The bytes before the first row: signature, flags, no extension. */
export const COPY_HEADER: Buffer = Buffer.concat([
  Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"),
  Buffer.alloc(8),
]);
/** The bytes after the last row. */
export const COPY_TRAILER: Buffer = Buffer.from([0xff, 0xff]);

/**
 * Lists as rows of PostgreSQL's `COPY … WITH (FORMAT binary)`: (text, text[], real[]), or (text, integer,
 * text, real) for one row to a place.
 */
export function copyRows(lists: readonly UserList[], asPlaces: boolean): Buffer {
  const bytes = new GrowingBuffer();
  for (const { user, items, scores } of lists) {
    if (asPlaces) {
      items.forEach((item, i) => {
        bytes.int16(4);
        bytes.text(user);
        bytes.int32(4);
        bytes.int32(i + 1);
        bytes.text(item);
        bytes.int32(4);
        bytes.float(scores[i]);
      });
      continue;
    }
    bytes.int16(3);
    bytes.text(user);
    array(bytes, TEXT, items.length, (i) => bytes.text(items[i]));
    array(bytes, FLOAT4, items.length, (i) => {
      bytes.int32(4);
      bytes.float(scores[i]);
    });
  }
  return bytes.finish();
}

function array(bytes: GrowingBuffer, type: number, length: number, element: (i: number) => void): void {
  const field = bytes.beginField();
  bytes.int32(length > 0 ? 1 : 0);
  bytes.int32(0);
  bytes.int32(type);
  if (length > 0) {
    bytes.int32(length);
    bytes.int32(1);
    for (let i = 0; i < length; i++) element(i);
  }
  bytes.endField(field);
}
