import type { Moment, Tenant } from "./rows.ts";

/** With which other tenant a tenant shows each other what everybody there may see. `by`: who of here linked them, or nobody. */
export type Link = { tenant: Tenant; by: string; at: Moment };

/**
 * What became of a code that was typed to link two tenants. `unknown`: there is none such, or not any more; `own`: it is to be
 * typed on the other side; `linked`: one of both has a link already; `tries`: too many were wrong lately.
 */
export type LinkTaken = { linked: Tenant } | { refused: "unknown" | "own" | "linked" | "tries" };

/** How a tenant is linked with one of another platform. */
export type TenantLink = {
  /** A code by which a tenant of another platform can link itself with this one, once; it takes the place of the one before. */
  offerLink(code: string, by: string, until: Moment): Promise<void>;
  /** Links this tenant with the one that offered the code. A code that is none counts against this tenant for a while. */
  takeLink(code: string, by: string, now: Moment): Promise<LinkTaken>;
  link(): Promise<Link | null>;
  /** Ends the link for both; gives the tenant that it was with. */
  unlink(): Promise<Tenant | null>;
};
