/** Milliseconds after which every browser has fetched what it was given. */
const FETCHED = 60_000;

/** Has the browser save a file; whose it is and of which day stands before its name. */
export function download(name: string, contents: string | Uint8Array, type: string): void {
  const parts = [contents] as BlobPart[];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = `matinee-${today()}-${name}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED);
}

/** "2026-11-24", where the person is. */
function today(): string {
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
