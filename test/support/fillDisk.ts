/**
 * Runs in a page or a worker: from now on it is as over quota, where every put succeeds and then the transaction is
 * aborted, until `makeRoom()` is called there.
 */
export function fillDisk(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const { transaction } = this;
    const value = new DOMException("Full.", "QuotaExceededError");
    Object.defineProperty(transaction, "error", { value, configurable: true });
    const request = put.apply(this, given);
    request.addEventListener("success", () => transaction.abort());
    return request;
  };
  Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
}
