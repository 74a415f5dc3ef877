import { DataFileError } from "../errors.ts";
import { gunzipped, openGzip } from "./archives/gzip.ts";
import { isZip, openZip, type UnpackAhead, WORTH_A_THREAD, type ZipEntry } from "./archives/openZip.ts";
import { type ByteSource, type DataFile, fileSource, readBytes } from "./ByteSource.ts";
import { openDocumentSheets } from "./xml/openDocument.ts";
import { isSheet, sheetPaths } from "./xml/sheets.ts";

/**
 * The files themselves, in place of a zip what is in it, in place of a gzip what it unpacks to. Workbooks are
 * zips too and stay whole.
 * @param unpackAhead see `openZip`
 * @throws DataFileError if `openZip` does.
 */
export async function openFiles(
  files: readonly DataFile[],
  unpackAhead?: UnpackAhead,
): Promise<ByteSource[]> {
  const sources: ByteSource[] = [];
  for (const file of files) {
    if (await isZip(file)) {
      const entries = await openZip(file, unpackAhead);
      const paths = [...entries.keys()];
      if (paths.length === 0) throw new DataFileError(`${file.name} has no files in it.`);
      if (paths.includes("Index/Document.iwa")) {
        throw new DataFileError(
          `${file.name} is a document of Numbers or Pages. Export its table as CSV and open that.`,
        );
      }
      if (isWorkbook(paths)) sources.push(...(await sheetsOf(file, entries)));
      else sources.push(...(await Promise.all([...entries.values()].map(unpacked))).flat());
    } else if (file.size > 18 && isGzip(await readBytes(file, 0, 3))) {
      const opened = await openGzip(file);
      const isLarge = unpackAhead && opened.size > WORTH_A_THREAD;
      sources.push(isLarge ? { ...opened, ahead: () => unpackAhead(file, null) } : opened);
    } else sources.push(fileSource(file));
  }
  return sources;
}

/** A gzip in a zip is unpacked too, and so is a workbook; how large a gzip becomes is not known before. */
async function unpacked(source: ZipEntry): Promise<ByteSource[]> {
  if (/\.(?:xlsx|ods)$/i.test(source.name)) return workbookIn(source);
  if (!/\.gz$/i.test(source.name)) return [source];
  for await (const piece of source.pieces()) {
    return [isGzip(piece) ? gunzipped(source, new Uint8Array()) : source];
  }
  return [source];
}

/** The sheets of a workbook in a zip; of a damaged one it is said later that it is none. */
async function workbookIn(source: ZipEntry): Promise<ByteSource[]> {
  const pieces: BlobPart[] = [];
  for await (const piece of source.pieces()) pieces.push(piece.slice());
  const sheets = await openFiles([new File(pieces, source.name)]).catch(() => [source]);
  return sheets.map((sheet) => ({ ...sheet, path: source.path }));
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** A workbook, or each of its sheets with rows in them where these are several. */
async function sheetsOf(file: DataFile, entries: ReadonlyMap<string, ByteSource>): Promise<ByteSource[]> {
  const whole = { ...fileSource(file), zipped: entries };
  const sheet = (i: number, zipped: ReadonlyMap<string, ByteSource>) => ({
    ...whole,
    name: `${file.name}, sheet ${i + 1}`,
    workbook: file.name,
    zipped,
  });
  const contents = await openDocumentSheets(entries);
  if (contents.length > 1) {
    return contents.map((content, i) =>
      sheet(i, new Map([...entries, ["content.xml", fileSource(new File([content], "content.xml"))]])),
    );
  }
  const filled: string[] = [];
  for (const path of sheetPaths(entries)) {
    for await (const piece of (entries.get(path) as ByteSource).pieces()) {
      if ((new TextDecoder().decode(piece).match(/<(?:\w+:)?row\b/g)?.length ?? 0) > 1) filled.push(path);
      break;
    }
  }
  if (filled.length < 2) return [whole];
  return filled.map((path, i) =>
    sheet(i, new Map([...entries].filter(([other]) => other === path || !isSheet(other)))),
  );
}

/** Of Excel, or of a program that writes OpenDocument. */
function isWorkbook(paths: readonly string[]): boolean {
  return (
    paths.includes("[Content_Types].xml") || (paths.includes("content.xml") && paths.includes("mimetype"))
  );
}
