/**
 * The objects of a list or of lines of JSON out of pieces of text, wherever these are cut: "[{…}, {…}]" and
 * "{…}\n{…}" give the same. What stands between them is left out.
 */
export class JsonPieces {
  #text = "";
  #from = -1;
  #at = 0;
  #depth = 0;
  #quote = "";

  /** @param onObject is given the text of an object, braces and all */
  push(piece: string, onObject: (text: string) => void): void {
    this.#text += piece;
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const sign = text.charCodeAt(this.#at);
      if (this.#quote !== "") {
        // A letter after a backslash is not an end, wherever the piece ends.
        if (sign === BACKSLASH) this.#at++;
        else if (text[this.#at] === this.#quote) this.#quote = "";
      } else if (sign === QUOTE || (sign === APOSTROPHE && this.#depth > 0)) this.#quote = text[this.#at];
      else if (sign === OPEN && this.#depth++ === 0) this.#from = this.#at;
      else if (sign === CLOSE && this.#depth > 0 && --this.#depth === 0) {
        onObject(text.slice(this.#from, this.#at + 1));
        this.#from = -1;
      }
    }
    const kept = this.#from < 0 ? Math.min(this.#at, text.length) : this.#from;
    this.#text = text.slice(kept);
    this.#at -= kept;
    this.#from = this.#from < 0 ? -1 : 0;
  }

  /** Whether an object has begun and not ended. */
  get isOpen(): boolean {
    return this.#depth > 0;
  }
}

const [BACKSLASH, QUOTE, APOSTROPHE, OPEN, CLOSE] = [92, 34, 39, 123, 125];
