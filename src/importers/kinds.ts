import { fold } from "../dataset/cells/fold.ts";
import type { RowKind } from "./Importer.ts";

const FILM = folded(
  /film|movie|pelicula|elokuva|filme|short|kurz|corto|curta|court-?m|special|spezial|especial|speciale|фильм|映画|电影|電影|영화|kino|फ़िल्म|फिल्म|短片|短編/,
);
const OTHER = folded(
  /episod|epizod|folge|afsnit|avsnitt|aflevering|odcinek|bolum|jakso|game|spiel|juego|jogo|\bjeux?\b|videogio|gioc[oh]|\bgra\b|\bgry\b|\bspel\b|oyun|peli\b|musi|podcast|balado|эпизод|серия|игр[аы]|книг|エピソード|ゲーム|एपिसोड|गेम|에피소드|게임|剧集单集|单集|游戏|遊戲|图书|音乐|season|manga|comic|book|novel|livre|bande dessin|libro|buch|album|morceau|track|person/,
);
const SERIES = folded(
  /series|serie|serial|sarja|sorozat|dizi|show|\btv\b|anime|сериал|シリーズ|シーズン|剧集|劇集|电视剧|電視劇|시리즈|सीरीज/,
);

/** As `fold` leaves them: it takes accents, and the vowels and sounds of other scripts, from their letters. */
function folded({ source }: RegExp): RegExp {
  return new RegExp(fold(source));
}

/** What services call a kind of thing, in their languages and in the spellings of older files. */
export function kindNamed(text: string): RowKind {
  const kind = fold(text).trim();
  if (OTHER.test(kind) && !FILM.test(kind.replace("spielfilm", "film"))) return "other";
  if (OTHER.test(kind) && /episod|game|spiel(?!film)/.test(kind)) return "other";
  if (FILM.test(kind)) return "film";
  return SERIES.test(kind) ? "series" : "film";
}

/** Whether this is what some service calls a kind of thing. */
export function isKind(text: string): boolean {
  const kind = fold(text).trim();
  return kind !== "" && [FILM, OTHER, SERIES].some((known) => known.test(kind));
}
