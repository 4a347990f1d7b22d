import type { ModalView } from "@slack/types";
import type { Log } from "#core";
import { failureOf } from "./failures.ts";
import { lacksFiles, noFiles } from "./file-window.ts";
import { renderModal } from "./modal.ts";
import { asSent } from "./opening.ts";
import type { Responder } from "./responder.ts";

/** Shows a page in a view that is open. Closed meanwhile, or changed by a faster click: then there is nothing to do. */
export function createUpdate(log: Log) {
  async function update(responder: Responder, view: { id: string; hash?: string }, modal: ModalView): Promise<void> {
    try {
      await responder.ui.views.update({
        view_id: view.id,
        view: asSent(modal),
        ...(view.hash === undefined || view.hash === "" ? {} : { hash: view.hash }),
      });
    } catch (error) {
      const failure = failureOf(error);
      if (lacksFiles(modal, failure)) return update(responder, { id: view.id }, renderModal(noFiles));
      if (failure.failure !== "refused" || !["not_found", "hash_conflict", "view_not_found"].includes(failure.code))
        log.warn("a view was not updated", failure);
    }
  }
  return update;
}
