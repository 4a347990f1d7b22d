import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { StoreError } from "#core";
import { keyMessages as words } from "./store-messages.ts";

/** Encrypts what must not lie readable in a database or its backup. */
export type Cipher = { encrypt(plain: string): string; decrypt(sealed: string): string };

/**
 * AES-256-GCM with keys of 32 bytes in base64, parted by commas: the first encrypts, the others only still decrypt, so
 * that a key can be replaced without losing anything. A sealed text names its key by a short digest.
 */
export function openCipher(keys: string): Cipher {
  const ring = keys.split(",").map((text) => {
    const key = Buffer.from(text.trim(), "base64");
    if (key.length !== 32) throw new StoreError("key", words.length);
    return { name: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
  });
  return {
    encrypt(plain) {
      const [first] = ring;
      if (first === undefined) throw new StoreError("key", words.none);
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", first.key, nonce);
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return [
        "1",
        first.name,
        nonce.toString("base64"),
        cipher.getAuthTag().toString("base64"),
        sealed.toString("base64"),
      ].join(".");
    },
    decrypt(sealed) {
      const [version, name, nonce = "", tag = "", text = ""] = sealed.split(".");
      const found = ring.find((each) => each.name === name);
      if (version !== "1" || found === undefined) throw new StoreError("key", words.unknown);
      try {
        const decipher = createDecipheriv("aes-256-gcm", found.key, Buffer.from(nonce, "base64"));
        decipher.setAuthTag(Buffer.from(tag, "base64"));
        return Buffer.concat([decipher.update(Buffer.from(text, "base64")), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new StoreError("corrupt", words.changed, cause);
      }
    },
  };
}

/** For a store that keeps no tokens, such as the terminal's: asking for one is a mistake that says what is missing. */
export const noCipher: Cipher = {
  encrypt() {
    throw new StoreError("key", words.notSet);
  },
  decrypt() {
    throw new StoreError("key", words.needed);
  },
};
