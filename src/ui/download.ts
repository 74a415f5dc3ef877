/** Hands a file to the browser to be saved under a name. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; a moment later nothing needs the address.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
