/**
 * Runs in a page, a worker or a unit test: from now on it is as over quota, where every put succeeds and then the transaction is
 * aborted, until `makeRoom()` is called there.
 */
export function fillDisk(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const { transaction } = this;
    const error = new DOMException("Full.", "QuotaExceededError");
    // The database of the unit tests assigns its own.
    Object.defineProperty(transaction, "error", { get: () => error, set: () => {}, configurable: true });
    const request = put.apply(this, given);
    request.addEventListener("success", () => transaction.abort());
    return request;
  };
  Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
}
