import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Zip, ZipDeflate } from "fflate";
import { SeededRandom } from "../../src/matrix/random.ts";

/** The shape of ml-32m: 32,000,204 ratings by 200,948 users of 87,585 films. */
const RATINGS_A_USER = 159.25;
const FEWEST = 20;
const FILMS = 87_585;
const RATINGS = 32_000_204;
const GENRES =
  "Action Adventure Animation Comedy Crime Drama Fantasy Horror Romance Sci-Fi Thriller War".split(" ");
const PIECE = 2 ** 20;

/**
 * Writes a zip like GroupLens' of ml-32m: `ratings.csv` by user and film, and `movies.csv`. Users have 20 ratings or
 * more, most of them few; films grow rarer along the file; everybody likes three genres of twelve.
 * @returns bytes of `ratings.csv`
 */
export async function generateZip(path: string, rows: number): Promise<number> {
  const out = createWriteStream(path);
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    out.write(piece);
  });
  const entry = (name: string) => {
    const file = new ZipDeflate(`ml-32m/${name}`, { level: 1 });
    zip.add(file);
    return file;
  };
  let size = 0;
  const films = Math.max(50, Math.round(FILMS * Math.min(1, rows / RATINGS)));
  const ratings = entry("ratings.csv");
  for (const text of ratingsOf(rows, films)) {
    const bytes = Buffer.from(text);
    size += bytes.length;
    ratings.push(bytes);
    if (out.writableNeedDrain) await once(out, "drain");
  }
  ratings.push(new Uint8Array(), true);
  const movies = entry("movies.csv");
  movies.push(Buffer.from(moviesOf(films)), true);
  zip.end();
  out.end();
  await once(out, "finish");
  if (failure) throw failure;
  return size;
}

/** The text of `ratings.csv`, a piece at a time. */
export function* ratingsOf(rows: number, films: number): Generator<string> {
  const random = new SeededRandom(1);
  let text = "userId,movieId,rating,timestamp\n";
  let left = rows;
  for (let user = 1; left > 0; user++) {
    const tastes = Array.from({ length: 3 }, () => random.below(GENRES.length));
    // Exponential beyond the fewest.
    const wanted = FEWEST - Math.log(1 - random.float()) * (RATINGS_A_USER - FEWEST);
    const count = Math.min(left, Math.round(wanted), films >> 1);
    const own = new Set<number>();
    while (own.size < count) {
      const film = Math.floor(films * random.float() ** 4);
      if (tastes.includes(film % GENRES.length) || random.float() < 0.4) own.add(film);
    }
    let time = 850_000_000 + random.below(800_000_000);
    for (const film of Int32Array.from(own).sort()) {
      const liked = tastes.includes(film % GENRES.length) ? 0.9 : 0.6;
      const halves = random.float() < liked ? 6 + random.below(5) : 1 + random.below(5);
      time += random.below(120);
      text += `${user},${film + 1},${(halves / 2).toFixed(1)},${time}\n`;
    }
    left -= count;
    if (text.length > PIECE || left === 0) {
      yield text;
      text = "";
    }
  }
}

function moviesOf(films: number): string {
  const random = new SeededRandom(2);
  let text = "movieId,title,genres\n";
  for (let film = 0; film < films; film++) {
    const other = GENRES[random.below(GENRES.length)];
    text += `${film + 1},Film ${film + 1} (${1920 + random.below(104)}),${GENRES[film % GENRES.length]}|${other}\n`;
  }
  return text;
}
