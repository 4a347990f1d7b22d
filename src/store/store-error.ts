/** What the world did to a store. The sentence tells an operator what to do; `cause` is what the database said. */
export class StoreError extends Error {
  override name = "StoreError";
  readonly kind: "missing" | "locked" | "readonly" | "full" | "newer" | "lost" | "corrupt" | "key";

  constructor(kind: StoreError["kind"], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
