/** What a file is by its first bytes, where these are known and those of no table, and what to do. */
export function otherKind(bytes: Uint8Array): string | null {
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte);
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    return 'is in UTF-16. Save it in UTF-8 (in a spreadsheet: "CSV UTF-8") and open it again.';
  }
  if (
    begins(0x89, 0x50, 0x4e, 0x47) ||
    begins(0xff, 0xd8, 0xff) ||
    begins(0x47, 0x49, 0x46, 0x38) ||
    (begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57)
  ) {
    return "is a picture, not text in UTF-8. Open the file that holds the ratings themselves.";
  }
  if (begins(0x25, 0x50, 0x44, 0x46)) {
    return "is a PDF, not text in UTF-8. Open the file that holds the ratings themselves, as CSV.";
  }
  if (begins(0x50, 0x4b, 3, 4)) return "is a zip within a zip. Unpack the outer one and open the inner.";
  if (begins(0x1f, 0x8b)) return "is packed with gzip. Unpack it and open what is in it.";
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return "is a spreadsheet or a document of Office, not text in UTF-8. Save it as CSV in UTF-8 and open that.";
  }
  return null;
}
