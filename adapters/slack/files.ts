import type { Download, FetchFile, Log } from "#core";
import { fileMessages } from "./file-messages.ts";

/** Where Slack keeps files: the token goes to no other host. */
const hosts = ["files.slack.com"];

export type FilePorts = {
  download: Download;
  tokenOf: (tenant: string) => Promise<string | null>;
  apiUrl: string | undefined;
  log: Log;
};

/** Fetches what somebody handed over, with the bot's token, which has to have `files:read`. */
export function createFiles({ download, tokenOf, apiUrl, log }: FilePorts): FetchFile {
  return async ({ tenant }, address) => {
    const token = await tokenOf(tenant.id);
    const had = await download({ address, hosts, apiUrl }, token === null ? {} : { authorization: `Bearer ${token}` });
    if ("bytes" in had) return had;
    log.warn("a file was not had", had);
    return { problem: fileMessages.notHad[had.not] };
  };
}
