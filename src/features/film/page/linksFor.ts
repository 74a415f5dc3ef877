import type { Film } from "../../../core/api/Film.ts";

/** Where else something can be looked up; nothing is sent there before one of them is clicked. */
export function linksFor({ title, year }: Film, noun: string): { name: string; address: string }[] {
  const words = encodeURIComponent(year === null ? title : `${title} ${year}`);
  const name = encodeURIComponent(title);
  const wikipedia = { name: "Wikipedia", address: `https://en.wikipedia.org/w/index.php?search=${words}` };
  if (noun === "film") {
    return [
      { name: "Letterboxd", address: `https://letterboxd.com/search/films/${name}/` },
      { name: "IMDb", address: `https://www.imdb.com/find/?s=tt&q=${words}` },
      wikipedia,
    ];
  }
  if (noun === "book") {
    return [
      { name: "Open Library", address: `https://openlibrary.org/search?q=${name}` },
      { name: "Goodreads", address: `https://www.goodreads.com/search?q=${name}` },
      wikipedia,
    ];
  }
  return [wikipedia];
}
