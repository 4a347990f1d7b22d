import type { Env } from "#core";

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

const page = "https://discord.com/developers/applications, your application";

/** The settings of this adapter; null when nothing of Discord is set; or one line that says what is missing or wrong. */
export function readSettings(env: Env): DiscordSettings | null | { problem: string } {
  const set = (name: string) => env[name]?.trim() || null;
  const [token, publicKey, shards, count] = ["DISCORD_TOKEN", "DISCORD_PUBLIC_KEY", "SHARDS", "SHARD_COUNT"].map(set);
  if (!token && !publicKey) return null;
  if (!token) return { problem: `DISCORD_TOKEN is missing: ${page}, Bot, Reset Token.` };
  if (token.split(".").length !== 3)
    return { problem: `DISCORD_TOKEN is no token of a bot, which has two dots in it: ${page}, Bot, Reset Token.` };
  if (publicKey && !/^[0-9a-f]{64}$/i.test(publicKey))
    return { problem: `DISCORD_PUBLIC_KEY has 64 letters from 0 to f: ${page}, General Information, Public Key.` };
  const port = Number(set("DISCORD_PORT") ?? 3001);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { problem: `DISCORD_PORT is "${set("DISCORD_PORT")}": a number from 1 to 65535 is needed.` };
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
  const problem = { problem: "SHARDS and SHARD_COUNT go together, such as SHARDS=0,1 and SHARD_COUNT=4." };
  if (shards === null || count === null || !/^\d+(\s*,\s*\d+)*$/.test(shards) || !/^[1-9]\d*$/.test(count))
    return problem;
  const ids = shards.split(",").map(Number);
  return ids.some((id) => id >= Number(count)) ? problem : { ids, count: Number(count) };
}
