import { fold } from "../dataset/fold.ts";
import type { RowKind } from "./Importer.ts";

const FILM = folded(/film|movie|pelicula|elokuva|filme|фильм|映画|电影|영화|kino|फ़िल्म|फिल्म/);
const OTHER = folded(
  /episod|epizod|folge|afsnit|avsnitt|aflevering|odcinek|bolum|jakso|game|spiel|juego|jogo|\bjeu\b|videogio|\bgra\b|\bspel\b|oyun|peli\b|musi|podcast|эпизод|серия|игра|エピソード|ゲーム|エピソード|एपिसोड|에피소드|剧集单集|单集|season|manga|book|novel|person/,
);
const SERIES = folded(
  /series|serie|serial|sarja|sorozat|dizi|show|\btv\b|anime|сериал|シリーズ|シーズン|剧集|시리즈|सीरीज/,
);

/** As `fold` leaves them: it takes accents, and the vowels and sounds of other scripts, from their letters. */
function folded({ source }: RegExp): RegExp {
  return new RegExp(fold(source));
}

/** What services call a kind of thing, in their languages and in the spellings of older files. */
export function kindNamed(text: string): RowKind {
  const kind = fold(text).trim();
  if (kind === "") return "film";
  if (OTHER.test(kind) && !FILM.test(kind.replace("spielfilm", "film"))) return "other";
  if (OTHER.test(kind) && /episod|game|spiel(?!film)/.test(kind)) return "other";
  if (FILM.test(kind)) return "film";
  return SERIES.test(kind) ? "series" : "film";
}
