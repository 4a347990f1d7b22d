import type { Env } from "#core";
import { settingMessages as words } from "./operator-messages.ts";

/** How Discord reaches this program. */
export type DiscordSettings = {
  token: string;
  /** Interactions over HTTP instead of a gateway: the key that their signatures are checked with. */
  endpoint: { publicKey: string; port: number } | null;
  /** Which shards this process has; null: as many as Discord wants, all here. */
  shards: { ids: number[]; count: number } | null;
  /** Another address of the API, such as a proxy. */
  apiUrl: string | undefined;
};

/** Every setting of this adapter. */
export const settingNames = [
  "DISCORD_TOKEN",
  "DISCORD_PUBLIC_KEY",
  "DISCORD_PORT",
  "DISCORD_API_URL",
  "SHARDS",
  "SHARD_COUNT",
] as const;

/** The settings of this adapter; null when nothing of Discord is set; or one line that says what is missing or wrong. */
export function readSettings(env: Env): DiscordSettings | null | { problem: string } {
  const set = (name: string) => env[name]?.trim() || null;
  const [token, publicKey, shards, count] = ["DISCORD_TOKEN", "DISCORD_PUBLIC_KEY", "SHARDS", "SHARD_COUNT"].map(set);
  if (!token && !publicKey) return null;
  if (!token) return { problem: words.noToken };
  if (token.split(".").length !== 3) return { problem: words.wrongToken };
  if (publicKey && !/^[0-9a-f]{64}$/i.test(publicKey)) return { problem: words.publicKey };
  const port = Number(set("DISCORD_PORT") ?? 3001);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { problem: words.port(set("DISCORD_PORT")) };
  const read = readShards(shards ?? null, count ?? null);
  if (read !== null && "problem" in read) return read;
  return {
    token,
    endpoint: publicKey ? { publicKey: publicKey.toLowerCase(), port } : null,
    shards: read,
    apiUrl: set("DISCORD_API_URL") ?? undefined,
  };
}

function readShards(shards: string | null, count: string | null): DiscordSettings["shards"] | { problem: string } {
  if (shards === null && count === null) return null;
  const problem = { problem: words.shards };
  if (shards === null || count === null || !/^\d+(\s*,\s*\d+)*$/.test(shards) || !/^[1-9]\d*$/.test(count))
    return problem;
  const ids = shards.split(",").map(Number);
  return ids.some((id) => id >= Number(count)) ? problem : { ids, count: Number(count) };
}
