/** What stands from 0x80 on in code page 850. */
const UPPER =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·²³¹■\u00a0";
const CODES = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? byte : UPPER.charCodeAt(byte - 0x80),
);
/** So many arguments a function may have in every engine. */
const AT_ONCE = 2 ** 12;

/** Text as DOS wrote it in Western Europe, which `TextDecoder` does not know. Code page 437 has most letters in the same places. */
export class DosDecoder {
  decode(bytes = new Uint8Array()): string {
    let text = "";
    for (let from = 0; from < bytes.length; from += AT_ONCE) {
      const codes = Array.from(bytes.subarray(from, from + AT_ONCE), (byte) => CODES[byte]);
      text += String.fromCharCode(...codes);
    }
    return text;
  }
}
