import type { unreachableWords } from "./unreachable-words.ts";

/** Why a page could not be read. */
export type Unreachable =
  /** Its address, or one that it leads to, is not https. */
  | "not https"
  /** It leads to a host that no source of the catalogue has. */
  | "foreign host"
  /** Its name stands for an address of this machine or of its network. */
  | "private address"
  /** Its site asks programs not to read it, or its robots.txt could not be had. */
  | "robots"
  | "robots unknown"
  | "status"
  | "too large"
  | "too slow"
  | (typeof unreachableWords)["redirects"]
  /** It is no text: a PDF, a picture. */
  | "no text"
  /** It has hardly any text before its scripts have run. */
  | (typeof unreachableWords)["browser"]
  | "failed";

/** A page's text, or why there is none, with what the world said. */
export type PageRead = { text: string } | { unreachable: Unreachable; detail: string };

/** Reads pages of the net, one after another. Throws nothing for what the world does. */
export type PageReader = { read(url: string): Promise<PageRead>; close(): Promise<void> };
