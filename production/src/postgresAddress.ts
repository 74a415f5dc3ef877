export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** As it may stand in a message. */
export function withoutPassword(address: string): string {
  return address.replace(/(:\/\/[^:/@]*):[^/]*@/, "$1@").replace(/([?&]password=)[^&]*/, "$1…");
}
