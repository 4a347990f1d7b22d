import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Whether an address is one of the open net: not of this machine, not of a network behind a router, not one that only stands
 * for such an address in another notation.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const found = ipaddr.process(address);
  // Of IPv6 only 2000::/3 is given out; ::/96 holds addresses of IPv4 in an old notation.
  const isGivenOut = found instanceof ipaddr.IPv4 || found.match(ipaddr.IPv6.parse("2000::"), 3);
  return isGivenOut && found.range() === "unicast";
}

/** The name stands for an address that nothing is read from. */
export class RefusedAddress extends Error {
  override name = "RefusedAddress";
}

/**
 * Looks a name up for one connection and gives only addresses that may be connected to. The connection is made to the very
 * address that was looked at: a name that changes its answer gains nothing.
 */
export function guardedLookup(lookup: LookupFunction, mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const all = typeof found === "string" ? [found] : found.map(({ address }) => address);
      const refused = all.find((address) => !mayConnect(address));
      if (refused === undefined) return callback(null, found, family);
      callback(new RefusedAddress(`${hostname} is ${refused}`), "");
    });
  };
}

/** The address in a URL that has one in the place of a name. No name is looked up for it. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? null : bare;
}
