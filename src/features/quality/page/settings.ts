import type { QualitySettings } from "../api.ts";

export const PLACE = "#/quality";

const DEFAULTS: QualitySettings = { seed: 42 };

/** The settings that an address names; the rest are the defaults. */
export function settingsIn(address: string): QualitySettings {
  const [path, query] = address.split("?");
  const named = path === PLACE ? new URLSearchParams(query).get("seed") : null;
  const seed = Number(named);
  return named !== null && Number.isSafeInteger(seed) && seed >= 0 ? { seed } : DEFAULTS;
}

/** The address of the page with these settings; defaults are left out. */
export function addressOf({ seed }: QualitySettings): string {
  return seed === DEFAULTS.seed ? PLACE : `${PLACE}?seed=${seed}`;
}
