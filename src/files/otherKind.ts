const AS_CSV = "Save the table as CSV and open that.";
const RATINGS = "Open the file that holds the ratings.";

/** Files that are not tables, by how they begin, with what to do. The one list of refusals by kind. */
export const OTHER_KINDS: readonly { begins: string | RegExp; is: string; remedy: string }[] = [
  { begins: "\x89PNG", is: "an image", remedy: RATINGS },
  { begins: "\xff\xd8\xff", is: "an image", remedy: RATINGS },
  { begins: "GIF8", is: "an image", remedy: RATINGS },
  { begins: /^RIFF....WEBP/s, is: "an image", remedy: RATINGS },
  { begins: /^BM[\s\S]{4}\p{Cc}{4}/u, is: "an image", remedy: RATINGS },
  { begins: /^(?:II\*\p{Cc}|MM\p{Cc}\*)/u, is: "an image", remedy: RATINGS },
  { begins: /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/, is: "an image", remedy: RATINGS },
  {
    begins: /^(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg\b/i,
    is: "an image",
    remedy: RATINGS,
  },
  { begins: /^[\s\S]{4}ftyp/, is: "a video", remedy: RATINGS },
  { begins: /^(?:ID3|OggS|fLaC|RIFF....WAVE)/s, is: "a sound file", remedy: RATINGS },
  { begins: /^(?:MZ\x90|\p{Cc}ELF)/u, is: "a program", remedy: RATINGS },
  { begins: "%PDF", is: "a PDF", remedy: "Open the file that holds the ratings, as CSV." },
  { begins: "PK\x03\x04", is: "a zip within a zip", remedy: "Unpack the outer one and open the inner." },
  {
    begins: "\xd0\xcf\x11\xe0",
    is: "an old Excel or Office file",
    remedy: "Save the sheet as .xlsx or CSV.",
  },
  { begins: "SQLite format 3", is: "a SQLite database", remedy: "Export its table of ratings as CSV." },
  ...["\x02", "\x03", "\x04", "\x05"].map((protocol) => ({
    begins: `\x80${protocol}`,
    is: "a Python pickle",
    remedy: "Save the table with to_csv and open that.",
  })),
  { begins: "\x93NUMPY", is: "a NumPy array", remedy: "Save the ratings as CSV, one a line." },
  { begins: "\x89HDF", is: "an HDF5 file", remedy: AS_CSV },
  { begins: /^MATLAB 5/, is: "a MATLAB file", remedy: AS_CSV },
  { begins: /^(?:<stata_dta>|[qrs]\p{Cc}{3})/u, is: "a Stata file", remedy: AS_CSV },
  { begins: /^\$FL[23]/, is: "an SPSS file", remedy: AS_CSV },
  { begins: /^\p{Cc}{12}\xc2\xea\x81`/u, is: "a SAS file", remedy: AS_CSV },
  { begins: /^\p{Cc}{4}Standard (?:Jet|ACE) DB/u, is: "an Access database", remedy: AS_CSV },
  {
    begins: /^[\s\S]{8}DUCK/,
    is: "a DuckDB database",
    remedy: "Save its table of ratings as Parquet or CSV.",
  },
  { begins: "X\n\0\0", is: "an R data file", remedy: AS_CSV },
  { begins: "RDX", is: "an R data file", remedy: AS_CSV },
  { begins: "ARROW1", is: "an Arrow or Feather file", remedy: "Save it as Parquet or CSV." },
  { begins: "FEA1", is: "an Arrow or Feather file", remedy: "Save it as Parquet or CSV." },
  { begins: "ORC", is: "an ORC file", remedy: "Save it as Parquet or CSV." },
  { begins: "Obj\x01", is: "an Avro file", remedy: "Save it as Parquet or CSV." },
  { begins: "\xfd7zXZ", is: "packed with xz", remedy: "Unpack it first." },
  { begins: "BZh", is: "packed with bzip2", remedy: "Unpack it first." },
  { begins: "\x28\xb5\x2f\xfd", is: "packed with Zstandard", remedy: "Unpack it first." },
  { begins: "\x04\x22\x4d\x18", is: "packed with LZ4", remedy: "Unpack it first." },
  { begins: "7z\xbc\xaf", is: "a 7z archive", remedy: "Unpack it first." },
  { begins: "Rar!", is: "a RAR archive", remedy: "Unpack it first." },
  { begins: /^[\s\S]{257}ustar/, is: "a tar archive", remedy: "Unpack it first." },
  {
    begins: "version https://git-lfs.github.com/",
    is: "a pointer to a file in Git LFS, not the file",
    remedy: "Download the file itself (on GitHub, Download raw file).",
  },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*(?:<meta[^>]*>\s*)*(?:<html[^>]*schemas-microsoft-com:office|<table\b)/i,
    is: "an HTML table with the name of a spreadsheet",
    remedy: "Open it in a spreadsheet program and save it as .xlsx or CSV.",
  },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<\?xml[\s\S]*?<(?:\w+:)?Workbook\b/,
    is: "an Excel workbook in XML",
    remedy: "Save the sheet as .xlsx or CSV.",
  },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*<Error>/,
    is: "a server's error message, not the file",
    remedy: "Download it again.",
  },
  {
    begins: /^\s*[45]\d\d:? [A-Z][A-Za-z ]+\.?\s*$/,
    is: "a server's error message, not the file",
    remedy: "Download it again.",
  },
  {
    begins: /^\s*\{[^{}]*"(?:message|error|detail|status_message)"\s*:\s*"[^{}]*\}\s*$/,
    is: "a server's error message, not the file",
    remedy: "Download it again.",
  },
  {
    begins: /^\s*\{\s*"cells":\s*\[\s*\{\s*"(?:cell_type|attachments|id|metadata)"/,
    is: "a Jupyter notebook",
    remedy: "Save its table with to_csv and open that.",
  },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i,
    is: "a web page, not the file",
    remedy: "Download the file itself (on GitHub, Download raw file).",
  },
  {
    begins:
      /(?<![\s\S])(?:\xef\xbb\xbf)?\s*(?=--|\/\*|(?:SET|USE|DROP|LOCK|BEGIN|START|PRAGMA|SELECT|CREATE|INSERT|COPY|IF|GO)\b)(?:[\s\S]*^)?\s*(?:--\s*)?(?:CREATE\s+(?:TABLE|DATABASE|SCHEMA|EXTENSION)|INSERT\s+(?:INTO\b|\[)|COPY\s+\S+\s*\()/im,
    is: "an SQL dump",
    remedy: "Export the table of ratings as CSV.",
  },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<\?xml[\s\S]*?<office:document\b/,
    is: "a flat OpenDocument file",
    remedy: "Save the sheet as .xlsx or CSV.",
  },
  {
    begins: /^%%MatrixMarket\s+matrix\s+array/i,
    is: "a whole matrix in Matrix Market's array format",
    remedy: "Save it in the coordinate format (in Python: mmwrite of a scipy.sparse matrix) or as CSV.",
  },
  {
    begins: /^%%MatrixMarket\s+matrix\s+coordinate\s+\S+\s+(?:symmetric|skew-symmetric|hermitian)/i,
    is: "a symmetric matrix, which relates things to each other and has no ratings",
    remedy: "Open the ratings it was made from.",
  },
  {
    begins: /^(?:\s*%[^\n]*\n)*\s*@relation\s/i,
    is: "a Weka file (ARFF)",
    remedy: AS_CSV,
  },
  {
    begins:
      /^[^\n]*\n"?count"?[,;\t][^\n]*\n(?:"?(?:unique|top|freq)"?[,;\t][^\n]*\n)*"?mean"?[,;\t][^\n]*\n"?std"?[,;\t]/,
    is: "a summary of a table, as pandas describes it",
    remedy: "Open the table it summarises.",
  },
  {
    begins: /^\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:/,
    is: "a web server's log",
    remedy: RATINGS,
  },
  {
    begins: /^(?:#[^\n]*\n)*#\s*From(?:Node)?Id\s+To(?:Node)?Id\b/i,
    is: "a network, which says who is linked with whom, not who liked what",
    remedy: RATINGS,
  },
  { begins: "{\\rtf", is: "a text document (RTF)", remedy: "Save the ratings as CSV." },
];

/** What a file is by its first bytes, where these are known and those of no table, and what to do. */
export function otherKind(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 2 ** 12), (byte) => String.fromCharCode(byte)).join("");
  const kind = OTHER_KINDS.find(({ begins }) =>
    typeof begins === "string" ? start.startsWith(begins) : begins.test(start),
  );
  return kind ? `is ${kind.is}. ${kind.remedy}` : null;
}
