/** Big-endian numbers and counted text, one after the other. */
export class GrowingBuffer {
  #bytes = Buffer.allocUnsafe(2 ** 16);
  #length = 0;

  int16(value: number): void {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(value, this.#length);
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeInt32BE(value, this.#length);
  }

  float(value: number): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeFloatBE(value, this.#length);
  }

  /** With its number of bytes in front. */
  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.int32(size);
    this.#reserve(size);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** Leaves room for the number of bytes that follow until `endField`. */
  beginField(): number {
    this.int32(0);
    return this.#length;
  }

  endField(start: number): void {
    this.#bytes.writeInt32BE(this.#length - start, start - 4);
  }

  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#length + size));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
