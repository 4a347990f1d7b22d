import type { Download, FetchFile, Log } from "#core";
import { fileMessages } from "./file-messages.ts";

/** Where Discord keeps what is attached. Its addresses are signed: nothing is sent along. */
const hosts = ["cdn.discordapp.com", "media.discordapp.net"];

export type FilePorts = { download: Download; apiUrl: string | undefined; log: Log };

/** Fetches what somebody attached. */
export function createFiles({ download, apiUrl, log }: FilePorts): FetchFile {
  return async (_, address) => {
    const had = await download({ address, hosts, apiUrl }, {});
    if ("bytes" in had) return had;
    log.warn("a file was not had", had);
    return { problem: fileMessages[had.not] };
  };
}
