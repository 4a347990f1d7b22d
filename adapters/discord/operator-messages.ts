const page = "https://discord.com/developers/applications, your application";

/** What is wrong with settings. */
export const settingMessages = {
  noToken: `DISCORD_TOKEN is missing: ${page}, Bot, Reset Token.`,
  wrongToken: `DISCORD_TOKEN is no token of a bot, which has two dots in it: ${page}, Bot, Reset Token.`,
  publicKey: `DISCORD_PUBLIC_KEY has 64 letters from 0 to f: ${page}, General Information, Public Key.`,
  port: (set: string | null) => `DISCORD_PORT is "${set}": a number from 1 to 65535 is needed.`,
  shards: "SHARDS and SHARD_COUNT go together, such as SHARDS=0,1 and SHARD_COUNT=4.",
} as const;

/** What `doctor` says of Discord. */
export const doctorMessages = {
  token: {
    name: "Discord token",
    well: (user: string, application: string) => `${user}, application ${application}`,
  },
  commands: {
    name: "Discord commands",
    everywhere: "registered",
    nowhere: "not registered like this: npm start -s -- discord-commands",
    /** `all`: whether these are all servers that there are. */
    some: (having: number, looked: number, all: boolean) =>
      `registered in ${having} of ${all ? looked : `the first ${looked}`} servers, and not everywhere`,
  },
} as const;

/** What Discord refuses an operator, by its code. */
const refusals: Readonly<Record<number, string>> = {
  10004: "Discord knows no such server: copy its id with the developer mode of your client.",
  30034: "Discord takes no more changes of commands today: try again tomorrow.",
  50001: "The app is not in that server, or was added without its commands: open the Install Link there again.",
};

/** Why Discord did not do what it was asked for, and what the operator can do. `code`: null where it gave none. */
export const askedMessages = {
  noToken: "DISCORD_TOKEN: Discord does not know it. Reset it under Bot, and copy it again.",
  refused: (status: number, code: string | number | null) =>
    refusals[Number(code)] ?? `Discord refuses it (${status}${code === null ? "" : `, code ${code}`}).`,
  limited: "Discord asks for a pause: try again in a minute.",
  unreached: "Discord cannot be reached: look at the network of this machine, then try again.",
  /** `status`: null where what went wrong was no answer of Discord's. */
  unknown: (status: number | null) =>
    `Discord does not answer as it should${status === null ? "" : ` (${status})`}: try again in a minute.`,
} as const;

/** The verb that registers the commands. */
export const registerMessages = {
  help: "tells Discord of the command, unless it knows",
  guild: (given: string) => `--guild takes the id of a server, a long number, not "${given}".`,
  /** `guild`: null for everywhere. */
  done: (guild: string | null, already: boolean) =>
    `The command is registered ${guild === null ? "everywhere" : `in guild ${guild}`} ${already ? "already" : "now"}.`,
} as const;

const tokenUnknown = "Discord does not know the token any more: DISCORD_TOKEN has to be set anew.";

/** Why the program ends, or hears nothing. */
export const connectionMessages = {
  tokenUnknown,
  /** After these the gateway does not take this program back; by its code. */
  fatal: {
    4004: tokenUnknown,
    4010: "Discord does not know the shard: look at SHARDS and SHARD_COUNT.",
    4011: "Discord wants more shards: leave SHARDS out, or raise SHARD_COUNT.",
    4013: "Discord refuses the intents.",
    4014: "Discord refuses the intents: none that has to be allowed is asked for, so look at the application.",
  } as Readonly<Record<number, string>>,
  closed: (code: number) => `Discord closed the connection for good (code ${code}).`,
  ended: "Discord ended the session for good.",
  unheard: "Discord is not connected.",
} as const;
