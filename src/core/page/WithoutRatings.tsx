import type { Place } from "./places.ts";

/** What a place says where only a published model is open. */
export function WithoutRatings({ place }: { place: Place }) {
  return (
    <>
      <h1>{place.name}</h1>
      <p className="lede">
        {place.whyRatings} A published model comes without the ratings it was trained on. To use this page,
        open a ratings file on <a href="#/data">Data</a>.
      </p>
    </>
  );
}
