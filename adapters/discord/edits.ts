import { type REST, Routes } from "discord.js";
import type { Log, ScreenFile } from "#core";
import { failureOf } from "./failures.ts";
import type { InteractionRef } from "./receive.ts";

/**
 * Gives a later answer in the place of the first one, with its file. Gone, or too late: then the next click shows how things
 * stand.
 */
export function createEdits(rest: REST, log: Log) {
  return async ({ application, token }: InteractionRef, body: object, file?: ScreenFile): Promise<void> => {
    const files =
      file === undefined ? [] : [{ name: file.name, data: Buffer.from(file.content), contentType: "text/plain" }];
    try {
      await rest.patch(Routes.webhookMessage(application, token), { body, files, auth: false });
    } catch (error) {
      log.warn("an answer was not shown", failureOf(error));
    }
  };
}
