/** What IMDb and TMDb call a film, where a data set says. */
export interface FilmIds {
  /** IMDb's number without "tt" and zeros in front: "114709". */
  imdbId?: string;
  tmdbId?: string;
}

/** Of "tt0114709", "0114709" or an address on IMDb; null where there is none. */
export function imdbNumber(text: string): string | null {
  const found = /(?:^|tt)0*([1-9]\d{0,9})(?:\.0)?\/?$/i.exec(text.trim());
  return found ? found[1] : null;
}

/** Of "862" or "862.0"; null where there is none. */
export function tmdbNumber(text: string): string | null {
  const found = /^([1-9]\d{0,9})(?:\.0)?$/.exec(text.trim());
  return found ? found[1] : null;
}

export function filmIds(imdb: string, tmdb: string): FilmIds {
  const [imdbId, tmdbId] = [imdbNumber(imdb), tmdbNumber(tmdb)];
  return { ...(imdbId !== null && { imdbId }), ...(tmdbId !== null && { tmdbId }) };
}
