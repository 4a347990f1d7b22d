/**
 * The UTF-8 bytes of a text, one character for each byte: byte strings are the keys that encodings are looked up by. Half
 * of a surrogate pair alone becomes U+FFFD, as every UTF-8 encoder makes it.
 */
export function toBytes(text: string): string {
  let bytes = "";
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes += String.fromCharCode(code);
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes += String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes += String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Uint8Array(128);
for (let at = 0; at < base64.length; at++) values[base64.charCodeAt(at)] = at;

/** Base64 as a byte string. The input is rank data that ships with a package, not something a person wrote. */
export function fromBase64(text: string): string {
  let bytes = "";
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 61) break;
    held = (held << 6) | (values[code] ?? 0);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((held >> bits) & 0xff);
    }
  }
  return bytes;
}
