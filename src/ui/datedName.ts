/** "matinee-2026-11-24-ratings.csv", with the local date. */
export function datedName(name: string): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `matinee-${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}-${name}`;
}
