import type { Tenant } from "#core";

export const tenant: Tenant = { platform: "slack", id: "T1" };
export const limits = { characters: 2_000, blocks: 50, text: 1_000 };
export const start = 1_795_000_000_000;

/** A decision of Ana's of which nothing matters but that it is there. */
export const decided = {
  id: "d1",
  draft: "x",
  revision: 1,
  route: "api_meter" as const,
  complete: true,
  answers: {},
  result: {} as never,
  catalogue: "c",
  rows: [],
  connections: [],
  by: "UANA",
  at: start,
  audience: [],
};
