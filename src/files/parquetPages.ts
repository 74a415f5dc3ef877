import type { Compressors, FileMetaData, SchemaTree } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { decompressPage } from "hyparquet/src/datapage.js";
import {
  getMaxDefinitionLevel,
  getMaxRepetitionLevel,
  getPhysicalColumns,
  getSchemaPath,
  isFlatColumn,
} from "hyparquet/src/schema.js";
import { readVarInt } from "hyparquet/src/thrift.js";

type RowGroup = FileMetaData["row_groups"][number];
type Chunk = NonNullable<RowGroup["columns"][number]["meta_data"]>;
type Reader = Parameters<typeof readVarInt>[0];

/** Arrays of twice as many elements end the tab. */
const MOST_VALUES = 2 ** 26;

/**
 * hyparquet trusts a file's own lengths, and a run said to hold a billion values ends the whole tab. So each row group is walked
 * through first: its columns are those of the schema, its pages hold as many values as they should, and no run holds more.
 * @throws if that isn't so, or a page can't be unpacked
 */
export function checkPages(
  buffer: ArrayBuffer,
  { schema }: FileMetaData,
  { columns, num_rows }: RowGroup,
  compressors: Compressors,
): void {
  const chunks = columns.map(({ meta_data }) => present(meta_data));
  const leaves = getPhysicalColumns(getSchemaPath(schema, [])[0]);
  check(chunks.length === leaves.length);
  for (const [i, chunk] of chunks.entries()) {
    check(chunk.path_in_schema.join(".") === leaves[i] && chunk.num_values <= MOST_VALUES);
    const path = getSchemaPath(schema, chunk.path_in_schema);
    check(!isFlatColumn(path) || chunk.num_values === num_rows);
    checkChunk(buffer, chunk, path, compressors);
  }
}

function checkChunk(buffer: ArrayBuffer, chunk: Chunk, path: SchemaTree[], compressors: Compressors): void {
  const from = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const reader = { view: new DataView(buffer, from, Number(chunk.total_compressed_size)), offset: 0 };
  const levels = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)].map(
    (most) => 32 - Math.clz32(most),
  );
  let left = Number(chunk.num_values);
  while (left > 0) {
    const header = parquetHeader(reader);
    check(header.compressed_page_size >= 0 && header.uncompressed_page_size >= 0);
    const bytes = new Uint8Array(buffer, from + reader.offset, header.compressed_page_size);
    reader.offset += header.compressed_page_size;
    const unpacked = (packed: Uint8Array, size: number) =>
      viewOf(decompressPage(packed, size, chunk.codec, compressors));
    const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: words } = header;
    if (header.type === "DICTIONARY_PAGE") {
      // At least a bit for each.
      check(present(words).num_values <= 8 * header.uncompressed_page_size);
    } else if (header.type === "DATA_PAGE") {
      const { num_values, encoding } = present(v1);
      check(num_values >= 0 && num_values <= left);
      left -= num_values;
      const hasIndices = encoding.endsWith("_DICTIONARY") || encoding === "RLE";
      if (!hasIndices && levels.every((bits) => bits === 0)) continue;
      const page = { view: unpacked(bytes, header.uncompressed_page_size), offset: 0 };
      for (const bits of levels) {
        if (bits === 0) continue;
        const length = page.view.getUint32(page.offset, true);
        page.offset += 4;
        checkRuns({ ...page }, bits, num_values, page.offset + length);
        page.offset += length;
      }
      if (hasIndices) checkIndices(page, encoding === "RLE", num_values);
    } else if (header.type === "DATA_PAGE_V2") {
      const { num_values, num_nulls, num_rows, encoding, is_compressed, ...lengths } = present(v2);
      check(num_values >= 0 && num_values <= left && num_nulls >= 0 && num_rows <= num_values);
      left -= num_values;
      const page = { view: viewOf(bytes), offset: 0 };
      const ends = [lengths.repetition_levels_byte_length, lengths.definition_levels_byte_length];
      for (const [i, length] of ends.entries()) {
        if (levels[i] > 0) checkRuns({ ...page }, levels[i], num_values, page.offset + length);
        page.offset += length;
      }
      if (!encoding.endsWith("_DICTIONARY") && encoding !== "RLE") continue;
      const rest = bytes.subarray(page.offset);
      const size = header.uncompressed_page_size - page.offset;
      const view = is_compressed === false ? viewOf(rest) : unpacked(rest, size);
      checkIndices({ view, offset: 0 }, encoding === "RLE", num_values);
    }
  }
}

/** Of values in a dictionary, or of truths, which take a bit each after their length. */
function checkIndices(page: Reader, areTruths: boolean, most: number): void {
  const bits = areTruths ? 1 : page.view.getUint8(page.offset++);
  if (areTruths) page.offset += 4;
  if (bits > 0) checkRuns(page, bits, most, page.view.byteLength);
}

function checkRuns(reader: Reader, bits: number, most: number, end: number): void {
  for (let seen = 0; seen < most && reader.offset < end; ) {
    const header = readVarInt(reader);
    const isPacked = (header & 1) === 1;
    const count = isPacked ? (header >> 1) * 8 : header >>> 1;
    check(count >= 0 && count <= most - seen + (isPacked ? 7 : 0));
    reader.offset += Math.ceil((isPacked ? count * bits : bits) / 8);
    seen += count;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("A part of the file that has to be there is missing.");
  return value;
}

function check(holds: boolean): void {
  if (!holds) throw new Error("The file's lengths contradict each other.");
}
