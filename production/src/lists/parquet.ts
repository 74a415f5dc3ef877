import { fileWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { writeInPieces } from "../writeWhole.ts";
import type { ListShape, ListStore } from "./ListStore.ts";

const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" } as const;
const SCORE = { type: "FLOAT", repetition_type: "REQUIRED" } as const;

const list = (name: string, element: Omit<SchemaElement, "name">): SchemaElement[] => [
  { name, converted_type: "LIST", repetition_type: "REQUIRED", num_children: 1 },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  { name: "element", ...element },
];

const ARRAYS: SchemaElement[] = [
  { name: "root", num_children: 3 },
  { name: "user_id", ...TEXT },
  ...list("items", TEXT),
  ...list("scores", SCORE),
];

const ROWS: SchemaElement[] = [
  { name: "root", num_children: 4 },
  { name: "user_id", ...TEXT },
  { name: "place", type: "INT32", repetition_type: "REQUIRED" },
  { name: "item_id", ...TEXT },
  { name: "score", ...SCORE },
];

/** A Parquet file, a row group to some users; what the lists are of stands in its key-value metadata. */
export function parquetStore(path: string, { rows }: ListShape): ListStore {
  return {
    async write(lists, _titles, about) {
      const kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value: String(value) }));
      await writeInPieces(path, async (partial) => {
        const parquet = new ParquetWriter({
          writer: fileWriter(partial),
          schema: rows ? ROWS : ARRAYS,
          kvMetadata,
        });
        for await (const some of lists) {
          const places = some.flatMap(({ user, items, scores }) =>
            items.map((item, i) => ({ user, place: i + 1, item, score: scores[i] })),
          );
          const columnData = rows
            ? [
                { name: "user_id", data: places.map(({ user }) => user) },
                { name: "place", data: places.map(({ place }) => place) },
                { name: "item_id", data: places.map(({ item }) => item) },
                { name: "score", data: places.map(({ score }) => score) },
              ]
            : [
                { name: "user_id", data: some.map(({ user }) => user) },
                { name: "items", data: some.map(({ items }) => items) },
                { name: "scores", data: some.map(({ scores }) => Array.from(scores)) },
              ];
          await parquet.write({ columnData });
        }
        await parquet.finish();
      });
    },
  };
}
