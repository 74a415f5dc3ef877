import { fold } from "../dataset/fold.ts";
import type { RowKind } from "./Importer.ts";

const FILM = /film|movie|pelicula|elokuva|filme|фильм|映画|电影|영화|kino/;
const OTHER =
  /episod|epizod|folge|afsnit|avsnitt|aflevering|odcinek|bolum|jakso|game|spiel|juego|jogo|\bjeu\b|videogio|\bgra\b|\bspel\b|oyun|peli\b|musi|podcast|эпизод|серия|игра|エピソード|ゲーム|season|manga|book|novel|person/;
const SERIES =
  /series|serie|serial|sarja|sorozat|dizi|show|\btv\b|anime|сериал|シリーズ|シーズン|剧集|시리즈/;

/** What services call a kind of thing, in their languages and in the spellings of older files. */
export function kindNamed(text: string): RowKind {
  const kind = fold(text).trim();
  if (kind === "") return "film";
  if (OTHER.test(kind) && !FILM.test(kind.replace("spielfilm", "film"))) return "other";
  if (OTHER.test(kind) && /episod|game|spiel(?!film)/.test(kind)) return "other";
  if (FILM.test(kind)) return "film";
  return SERIES.test(kind) ? "series" : "film";
}
