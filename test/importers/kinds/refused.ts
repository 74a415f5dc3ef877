import type { KindCase } from "./KindCase.ts";
import { type Content, ITEMS, itemsCsv, titleOf, zip } from "./sample.ts";

const is = (name: string, content: Content, refused: string): KindCase => ({
  name: `refused: ${name}`,
  files: { [name]: content },
  right: { refused },
});
const begins = (name: string, start: string, refused: string): KindCase =>
  is(
    name,
    Uint8Array.from(start + "\0\x01\x02".repeat(200), (letter) => letter.charCodeAt(0)),
    refused,
  );

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);

/** Files that hold nobody's ratings. */
export const REFUSED_CASES: readonly KindCase[] = [
  is("index.html", "\n<!DOCTYPE html>\n<html lang=en><head></head><body>Sign in</body></html>", "web page"),
  is(
    "ratings.xls",
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"></head><body><table><tr><td>Title</td><td>Rating</td></tr><tr><td>Heat</td><td>9</td></tr></table></body></html>',
    "HTML table",
  ),
  is(
    "book.xls",
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A" xmlns:ss="x"><Table><Row><Cell><Data ss:Type="String">Title</Data></Cell></Row></Table></Worksheet></Workbook>',
    "Excel|workbook|spreadsheet",
  ),
  is(
    "denied.csv",
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    "XML without|error|not the file",
  ),
  is(
    "notfound.json",
    '{"message":"Not Found","documentation_url":"https://docs.github.com/rest"}',
    "error message",
  ),
  is(
    "notebook.ipynb",
    JSON.stringify({
      cells: [
        {
          cell_type: "code",
          execution_count: 1,
          metadata: {},
          outputs: [],
          source: ["import pandas as pd\n"],
        },
        { cell_type: "code", execution_count: 2, metadata: {}, outputs: [], source: ["df.head()"] },
      ],
      metadata: { kernelspec: { name: "python3" } },
      nbformat: 4,
      nbformat_minor: 2,
    }),
    "notebook",
  ),
  is("ratings.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 533444411\n", "Git LFS"),
  is("empty.csv", "", "empty"),
  is("blank.csv", "\n\n   \n", "empty"),
  is("header.csv", "userId,movieId,rating\n", "header but no rows"),
  is(
    "poem.txt",
    "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate.\nRough winds do shake the darling buds of May\n",
    "doesn't look like a table",
  ),
  is(
    "code.py",
    "import csv\n\ndef read(path):\n    with open(path) as file:\n        return list(csv.reader(file))\n",
    "doesn't look like a table|no column says",
  ),
  is(
    "netflix_titles.csv",
    `show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description\n${ITEMS.map((item) => `s${item},Movie,${titleOf({ item })},X,"A, B",DE,"September 25, 2021",2020,${["TV-MA", "PG-13", "R"][item % 3]},90 min,"Dramas, Comedies","It, so"`).join("\n")}`,
    "no column says who rated",
  ),
  is(
    "imdb_top_1000.csv",
    `Poster_Link,Series_Title,Released_Year,Certificate,Runtime,Genre,IMDB_Rating,Overview,Meta_score,Director,Star1,Star2,No_of_Votes,Gross\n${ITEMS.map((item, i) => `http://x,${titleOf({ item })},199${i},A,142 min,Drama,${8.1 + i / 10},"It, so",80,X,A,B,2343110,"28,341,469"`).join("\n")}`,
    "who rated",
  ),
  is(
    "tmdb_5000_movies.csv",
    `budget,genres,homepage,id,keywords,original_language,original_title,overview,popularity,production_companies,release_date,revenue,runtime,spoken_languages,status,tagline,title,vote_average,vote_count\n${ITEMS.map((item, i) => `1,"[{""id"": 18, ""name"": ""Drama""}]",,${item},[],en,${titleOf({ item })},"It, so",1.5,[],2009-12-10,1,90,[],Released,,${titleOf({ item })},7.${i},118`).join("\n")}`,
    "who rated",
  ),
  is(
    "title.ratings.tsv",
    `tconst\taverageRating\tnumVotes\n${ITEMS.map((item, i) => `tt0000${item}\t5.${i}\t1${item}`).join("\n")}`,
    "who rated",
  ),
  is(
    "title.basics.tsv",
    `tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n${ITEMS.map((item) => `tt0000${item}\tmovie\t${titleOf({ item })}\t${titleOf({ item })}\t0\t1994\t\\N\t45\tDrama,War`).join("\n")}`,
    "who rated",
  ),
  is("movies.csv", itemsCsv(), "who rated"),
  is("users.csv", "userId,age,gender\n1,25,F\n2,31,M\n3,44,F\n", "no column says"),
  is("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n3,0113228,15602\n", "who rated"),
  begins("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
  begins("data.db", "SQLite format 3\0", "SQLite"),
  begins("paper.pdf", "%PDF-1.4\n", "PDF"),
  begins("shot.png", "\x89PNG\r\n\x1a\n", "image"),
  begins("photo.heic", "\0\0\0\x18ftypheic", "image|photo"),
  begins("film.mp4", "\0\0\0\x18ftypisom", "video|film"),
  begins("song.mp3", "ID3\x04", "sound|audio|music"),
  begins("scan.bmp", "BM\x36\0", "image"),
  begins("scan.tif", "II*\0", "image"),
  is(
    "icon.svg",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/></svg>',
    "image",
  ),
  begins("a.rar", "Rar!\x1a\x07\x01", "RAR"),
  begins("a.7z", "7z\xbc\xaf\x27\x1c", "7z"),
  begins("a.lz4", "\x04\x22\x4d\x18", "LZ4|packed"),
  begins("a.dta", "<stata_dta><header>", "Stata"),
  begins("a.sav", "$FL2@(#) SPSS DATA FILE", "SPSS"),
  begins("a.sas7bdat", `${"\0".repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`, "SAS"),
  begins("a.mdb", "\0\x01\0\0Standard Jet DB\0", "Access"),
  begins("a.accdb", "\0\x01\0\0Standard ACE DB\0", "Access"),
  begins("a.duckdb", "\x01\x02\x03\x04\x05\x06\x07\x08DUCK", "DuckDB"),
  begins("a.exe", "MZ\x90\0", "program|application"),
  begins("a.rds", "X\n\0\0", "R data"),
  begins("a.bson", "\x3a\0\0\0\x07_id\0", "not.*text|binary"),
  is("empty.zip", zip({}), "no file|empty"),
  is("folders.zip", zip({ "data/": "", "__MACOSX/._x": "x" }), "no file|empty"),
  is("pictures.zip", zip({ "a.png": PNG, "b.png": PNG }), "ratings|image|table"),
  is("letter.docx", zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }), "Word"),
  is(
    "slides.pptx",
    zip({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>" }),
    "PowerPoint|presentation",
  ),
  is(
    "sheet.ods",
    zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
    "OpenDocument spreadsheet without a table",
  ),
  is(
    "locked.ods",
    zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "\x8f\x01" }),
    "without a password",
  ),
  is(
    "letter.odt",
    zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
    "OpenDocument text|text document",
  ),
  is(
    "sheet.numbers",
    zip({
      "Index/Document.iwa": "\0\x01",
      "Index/Tables/DataList.iwa": "\0",
      "Metadata/Properties.plist": "bplist00",
      "preview.jpg": "\xff\xd8\xff",
    }),
    "Numbers",
  ),
  is(
    "book.xlsb",
    zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "\0", "xl/worksheets/sheet1.bin": "\0" }),
    "binary|xlsb",
  ),
  is(
    "bank.csv",
    "Date,Description,Amount\n2020-01-01,Shop,-12.50\n2020-01-02,Rent,-500.00\n2020-01-03,Shop,-12.50\n",
    "no column says",
  ),
  is(
    "passengers.csv",
    "Id,Survived,Class,Name\n1,0,3,Doe\n2,1,1,Roe\n3,1,2,Poe\n4,0,3,Moe\n",
    "no column says",
  ),
  is(
    "pg.sql",
    "--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);\n\nCREATE TABLE public.ratings (a integer);\nCOPY public.ratings (a) FROM stdin;\n1\n\\.\n",
    "SQL dump",
  ),
  is("t.sql", "USE [db]\nGO\nINSERT [dbo].[ratings] ([u], [m], [r]) VALUES (1, 2, 3)\n", "SQL dump"),
  is(
    "inner.zip",
    zip({ "a.zip": zip({ "ratings.csv": "userId,movieId,rating\n1,2,3\n" }) }),
    "zip within a zip",
  ),
  is("dense.mtx", "%%MatrixMarket matrix array real general\n2 2\n5\n0\n3\n4\n", "whole matrix"),
];
