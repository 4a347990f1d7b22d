import type { ActionsBlock, Button, HomeView, KnownBlock, ModalView } from "@slack/types";
import { type Action, type Field, type Reply, type Screen, stepTitle } from "#core";
import { actionId, metadata, nowhere, type ViewPlace, viewId } from "./codes.ts";
import { alert, channelChooser, instantSelect, renderField } from "./fields.ts";
import { most } from "./limits.ts";
import { plain, renderBlocks, type Surface } from "./render.ts";
import { windowWords as words } from "./window-words.ts";

/** A reply as a modal. `place` is where it was opened from, to be carried along. */
export function renderModal({ screen, ticket, notice }: Reply, place: ViewPlace = nowhere): ModalView {
  const submit = submitOf(screen);
  const inputs = screen.fields.filter((field) => field.instant === undefined && field.field !== "channel");
  const channel = ticket === null ? undefined : screen.fields.find(({ field }) => field === "channel");
  const mark = ticket ?? screen.id;
  return {
    type: "modal",
    callback_id: viewId(submit?.action ?? "next"),
    private_metadata: metadata(ticket, { ...place, picked: pickedOf(channel, place) }),
    title: plain(words.app, most.title),
    // Slack refuses a form that cannot be sent.
    ...(ticket === null || (submit === undefined && inputs.length === 0)
      ? {}
      : { submit: plain(submit?.label ?? words.next, most.button) }),
    close: plain(words.close, most.button),
    blocks: [
      ...(notice === null ? [] : [alert(notice)]),
      { type: "header", text: plain(screen.title, most.header) },
      ...stepBlock(screen),
      ...renderBlocks(screen.body, "view"),
      ...(ticket === null ? [] : inputs.flatMap((field) => renderField(field, markOf(mark), place.channel))),
      ...(channel === undefined ? [] : channelChooser(channel, markOf(mark), place.channel, actionId("edit", 90))),
      ...buttonBlocks(
        screen,
        ticket,
        "view",
        screen.step !== null && submit?.action === "next" && inputs.length > 0 ? keepTyped(ticket) : [],
      ),
    ],
  };
}

/** What the button for posting names; on a page without one what was chosen is carried along. */
function pickedOf(channel: Field | undefined, { picked }: ViewPlace): string | null {
  return channel === undefined ? (picked ?? null) : typeof channel.value === "string" ? channel.value : null;
}

/** Closing sends nothing of what was typed (view_closed has an empty state): who wants it kept says so by a button. */
function keepTyped(ticket: string | null): Button[] {
  if (ticket === null) return [];
  const text = plain(words.saveForLater, most.buttonText);
  return [{ type: "button", action_id: actionId("keep-typed", most.buttonsInRow), text, value: ticket }];
}

/** A short mark of a page at a revision, for the ids of its fields. */
export function markOf(ticket: string): string {
  return ticket.split(".").slice(2).join(".") || ticket;
}

export function renderHome({ screen }: Reply): HomeView {
  return {
    type: "home",
    callback_id: viewId("resume"),
    blocks: [
      { type: "header", text: plain(screen.title, most.header) },
      ...renderBlocks(screen.body, "view"),
      ...buttonBlocks(screen, null, "view"),
    ],
  };
}

function stepBlock({ step }: Screen): KnownBlock[] {
  if (step === null) return [];
  return [{ type: "context", elements: [plain(stepTitle(step), most.text)] }];
}

/** What the button of the form itself does. */
function submitOf(screen: Pick<Screen, "actions">): Action | undefined {
  return screen.actions.find(({ action }) => action === "next");
}

/** Everything else that can be done: choices that act at once, then buttons. */
export function buttonBlocks(
  screen: Pick<Screen, "fields" | "actions">,
  ticket: string | null,
  surface: Surface,
  more: readonly Button[] = [],
): KnownBlock[] {
  const submit = submitOf(screen);
  const instant = screen.fields.filter((field) => field.instant !== undefined);
  const selects = instant.flatMap((field, at) => selectOf(field, at) ?? []);
  const done = new Set(selects.length === 0 ? [] : instant.map((field) => field.instant));
  const buttons = screen.actions
    .filter((each) => (surface === "message" || each !== submit) && !done.has(each.action))
    .slice(0, most.buttonsInRow - more.length)
    .map((each, at) => button(each, each.about ?? ticket ?? "", at));
  const row: ActionsBlock = { type: "actions", elements: [...buttons, ...more] };
  return [...selects, ...(row.elements.length === 0 ? [] : [row])];
}

function selectOf(field: Field, at: number): KnownBlock | null {
  if (field.field !== "choice" || field.instant === undefined) return null;
  return instantSelect(field, actionId(field.instant, 100 + at));
}

function button({ action, label, weight, ask }: Action, about: string, at: number): Button {
  return {
    type: "button",
    action_id: actionId(action, at),
    text: plain(label, most.buttonText),
    // An empty value is refused by Slack.
    ...(about === "" ? {} : { value: about }),
    ...(weight === undefined ? {} : { style: weight === "main" ? "primary" : "danger" }),
    ...(ask === undefined
      ? {}
      : {
          confirm: {
            title: plain(label, most.confirmTitle),
            text: plain(ask, most.confirmText),
            confirm: plain(label, most.confirmButton),
            deny: plain(words.no, most.confirmButton),
          },
        }),
  };
}
