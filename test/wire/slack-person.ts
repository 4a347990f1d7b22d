import type { FakeSlack, Json, OpenView } from "./slack.ts";
import { until } from "./team.ts";

/** Somebody at a client of Slack: what is on the screen, what was typed, and what the client sends. */
export class Person {
  /** The modal that is open. */
  view: OpenView | null = null;
  /** What was typed into it, by block and element. */
  typed: Record<string, Record<string, Json>> = {};
  /** What only this person sees in the channel. */
  answers: Json[] = [];

  readonly slack: FakeSlack;
  readonly id: string;
  team = "T1";
  /** The workspace that this person belongs to, where that is not the one acted in. */
  home: string | null = null;
  /** Whether one waits where a page says that the next one takes longer. */
  patient = true;
  /** What every payload of an organisation's installation carries besides. */
  envelope: Json = {};

  constructor(slack: FakeSlack, id: string) {
    this.slack = slack;
    this.id = id;
  }

  async command(text: string, channel = "CPUBLIC01", command = "/aicost") {
    const before = this.slack.views.size;
    const [trigger, url] = [this.slack.newTrigger(), this.slack.newResponseUrl()];
    const body = new URLSearchParams({
      token: "t",
      team_id: this.team,
      team_domain: "team",
      channel_id: channel,
      channel_name: this.slack.channels.get(channel)?.kind === "private" ? "privategroup" : "general",
      user_id: this.id,
      user_name: "ana",
      command,
      text,
      api_app_id: "A1",
      is_enterprise_install: "false",
      response_url: url,
      trigger_id: trigger,
      ...this.envelope,
    });
    const answer = await this.slack.send(body.toString());
    if (answer.json !== null) this.answers.push(answer.json);
    else await this.#called(trigger, url);
    await this.#look(before);
    return answer;
  }

  /** Waits until the app has called about one of these more often than before, and goes on with nothing else. */
  async #called(...ids: string[]): Promise<void> {
    await until(() => this.slack.callsAbout(...ids) > 0, `the app calls about ${ids.join(" or ")}`);
    await this.slack.calm();
  }

  /** Waits as long as the page on the screen says that it takes longer. */
  async #shown(): Promise<void> {
    if (this.patient) await until(() => this.title !== "One moment", "the page that waits is gone");
  }

  /** Takes the newest view as the one on the screen. */
  async #look(before: number): Promise<void> {
    if (this.slack.views.size === before) return;
    this.view = [...this.slack.views.values()].at(-1) ?? null;
    this.typed = {};
    await this.#shown();
  }

  /** `message`: on which one, where it is a shortcut on messages. */
  async shortcut(type: "shortcut" | "message_action", callback: string, message: Json = { ts: "1.2" }) {
    const before = this.slack.views.size;
    const [trigger, url] = [this.slack.newTrigger(), this.slack.newResponseUrl()];
    const answer = await this.slack.sendPayload({
      type,
      callback_id: callback,
      trigger_id: trigger,
      user: { id: this.id, team_id: this.home ?? this.team },
      team: { id: this.team },
      ...(type === "shortcut" ? {} : { channel: { id: "CPUBLIC01" }, message, response_url: url }),
      ...this.envelope,
    });
    await this.#called(trigger, url);
    await this.#look(before);
    return answer;
  }

  get blocks(): Json[] {
    return this.view?.view.blocks ?? [];
  }

  /** Types into a field of the open modal, as far as its element lets one. */
  fill(field: string, value: string | string[] | null): void {
    const block = this.blocks.find((each) => each.type === "input" && each.block_id.startsWith(`f:${field}:`));
    if (block === undefined) throw new Error(`no field ${field}`);
    this.typed[block.block_id] = { [block.element.action_id]: stateOf(block.element, value) };
  }

  /** Chooses a file in a field of the open modal. */
  choosesFile(field: string, file: Json): void {
    const block = this.blocks.find((each) => each.element?.type === "file_input");
    if (block?.block_id.startsWith(`f:${field}:`) !== true) throw new Error(`no field ${field} for a file`);
    this.typed[block.block_id] = { [block.element.action_id]: { type: "file_input", files: [file] } };
  }

  /** Everything in the form, and what is chosen beside a text: what was typed, else what it began with, else null. */
  get state(): Json {
    const values: Json = {};
    for (const block of this.blocks) {
      const element = block.type === "input" ? block.element : block.accessory;
      if (element === undefined) continue;
      const id = element.action_id;
      values[block.block_id] = { [id]: this.typed[block.block_id]?.[id] ?? beginning(element) };
    }
    return { values };
  }

  /** The choice of a channel to post to. */
  get chooser(): Json | undefined {
    return this.blocks.find((each) => each.accessory?.type === "conversations_select");
  }

  /** Chooses a channel on the screen alone, before the app hears of it. */
  lookAt(channel: string): Json {
    const block = this.chooser;
    if (block === undefined) throw new Error("no channel can be chosen");
    const { action_id } = block.accessory;
    this.typed[block.block_id] = { [action_id]: stateOf(block.accessory, channel) };
    return { type: "conversations_select", action_id, selected_conversation: channel, action_ts: "1" };
  }

  /** Chooses a channel, which the app is told at once. */
  async pickChannel(channel: string): Promise<void> {
    const action = this.lookAt(channel);
    const kept = this.state.values;
    await this.#inView([action]);
    this.#keep(kept);
  }

  /** Posts: to the channel that is chosen already, or to this one. */
  async post(channel?: string): Promise<void> {
    if (channel !== undefined) await this.pickChannel(channel);
    await this.press(/^Post/);
  }

  #viewPayload(): Json {
    const open = this.view;
    if (open === null) throw new Error("no modal is open");
    return { ...open.view, id: open.id, hash: open.hash, state: this.state };
  }

  /** Presses the form's own button. */
  async submit(): Promise<{ status: number; json: Json | null }> {
    const open = this.view;
    if (open === null || open.view.submit === undefined) throw new Error("there is nothing to send");
    const answer = await this.slack.sendPayload({
      type: "view_submission",
      team: { id: this.team },
      user: { id: this.id, team_id: this.home ?? this.team },
      view: this.#viewPayload(),
      trigger_id: this.slack.newTrigger(),
      response_urls: [],
      ...this.envelope,
    });
    this.take(open, answer.json);
    await this.slack.calm();
    await this.#shown();
    return answer;
  }

  /** Does what Slack's client does with the answer to a form. */
  take(open: OpenView, answer: Json | null): void {
    if (answer === null) {
      open.closed = true;
      this.view = null;
    } else if (answer.response_action === "errors") {
      const inputs = open.view.blocks.filter((each: Json) => each.type === "input").map((each: Json) => each.block_id);
      for (const key of Object.keys(answer.errors))
        if (!inputs.includes(key)) this.slack.complaints.push(`error for no input: ${key}`);
    } else if (answer.response_action === "update") {
      const before = this.state.values;
      this.slack.showAnswer(open, answer.view);
      this.#keep(before);
    } else this.slack.complaints.push(`answer to a form: ${JSON.stringify(answer).slice(0, 80)}`);
  }

  /** What was typed stays only where block and element have the same ids; a new beginning is then not looked at. */
  #keep(before: Json): void {
    this.typed = Object.fromEntries(
      Object.entries(before as Record<string, Record<string, Json>>).filter(([block]) =>
        this.blocks.some((each) => each.block_id === block),
      ),
    );
  }

  button(label: string | RegExp, blocks: Json[] = this.blocks): Json {
    const all = blocks.filter((each) => each.type === "actions").flatMap((each) => each.elements);
    const found = all.find((each) => each.type === "button" && matches(each.text.text, label));
    if (found === undefined) throw new Error(`no button ${label}: ${all.map((each) => each.text?.text).join(", ")}`);
    return found;
  }

  /** Presses a button of the open modal. */
  async press(label: string | RegExp) {
    const kept = this.state.values;
    const answer = await this.#inView([actionOf(this.button(label))]);
    this.#keep(kept);
    return answer;
  }

  /** Acts in the open modal, and waits until the app has put another page there, or was told that it is closed. */
  async #inView(actions: Json[]) {
    const id = this.view?.id ?? "";
    const before = this.slack.callsAbout(id);
    const answer = await this.act(actions, { view: this.#viewPayload() });
    await until(() => this.slack.callsAbout(id) > before, "the app calls about the view");
    await this.slack.calm();
    await this.#shown();
    return answer;
  }

  /** Chooses in a select that acts at once. */
  async choose(value: string) {
    const select = this.blocks
      .filter((each) => each.type === "actions")
      .flatMap((each) => each.elements)
      .find((each: Json) => each.type === "static_select");
    if (select === undefined) throw new Error("no select");
    const options = [...(select.options ?? []), ...(select.option_groups ?? []).flatMap((each: Json) => each.options)];
    const option = options.find((each) => each.value === value);
    if (option === undefined) throw new Error(`no option ${value}`);
    const answer = await this.#inView([
      { type: "static_select", action_id: select.action_id, selected_option: option, action_ts: "1" },
    ]);
    this.typed = {};
    return answer;
  }

  /** Presses a button of a message: of a card in a channel, or of an answer that only this person sees. */
  async pressOn(message: Json, label: string | RegExp, ephemeral = false) {
    const [views, answers] = [this.slack.views.size, this.slack.ephemeral.length];
    const [trigger, url] = [this.slack.newTrigger(), this.slack.newResponseUrl()];
    const answer = await this.act([actionOf(this.button(label, message.blocks))], {
      trigger_id: trigger,
      container: {
        type: "message",
        message_ts: message.ts ?? "1.1",
        ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
        channel_id: message.channel,
        is_ephemeral: ephemeral,
      },
      channel: { id: message.channel ?? "CPUBLIC01" },
      response_url: url,
    });
    await this.#called(trigger, url);
    await this.#look(views);
    if (this.slack.ephemeral.length > answers) this.answers.push(this.slack.ephemeral.at(-1)?.body ?? {});
    return answer;
  }

  /** Presses a button of the home tab. */
  async pressHome(label: string | RegExp) {
    const before = this.slack.views.size;
    const drawn = this.slack.callsAbout(this.id);
    const home = this.slack.homes.get(this.id) ?? {};
    const answer = await this.act([actionOf(this.button(label, home.blocks ?? []))], {
      view: { ...home, id: "VHOME", hash: "h", state: { values: {} } },
    });
    await until(() => this.slack.callsAbout(this.id) > drawn, "the home tab is drawn again");
    await this.slack.calm();
    await this.#look(before);
    return answer;
  }

  /** Types into a select that looks its options up, and gives what is offered. */
  async search(field: string, typed: string): Promise<Json[]> {
    const block = this.blocks.find((each) => each.block_id?.startsWith(`f:${field}:`));
    const { json } = await this.slack.sendPayload({
      type: "block_suggestion",
      team: { id: this.team },
      user: { id: this.id, team_id: this.home ?? this.team },
      block_id: block?.block_id,
      action_id: block?.element.action_id,
      value: typed,
      view: this.#viewPayload(),
    });
    return optionsOf(json ?? {});
  }

  act(actions: Json[], more: Json) {
    return this.slack.sendPayload({
      type: "block_actions",
      team: { id: this.team },
      user: { id: this.id, team_id: this.home ?? this.team },
      trigger_id: this.slack.newTrigger(),
      api_app_id: "A1",
      actions,
      ...more,
      ...this.envelope,
    });
  }

  /** Fills what a script has an answer for, and sends the form; until a page that has no more of it. */
  async answer(script: Record<string, string | string[]>): Promise<void> {
    for (const block of this.blocks.filter((each) => each.type === "input")) {
      const field = /^f:(.+):[^:]*$/.exec(block.block_id)?.[1] ?? "";
      if (script[field] !== undefined) this.fill(field, script[field]);
    }
    await this.submit();
  }

  get title(): string {
    return this.blocks.find((each) => each.type === "header")?.text.text ?? "";
  }

  /** All that can be read in the modal. */
  get text(): string {
    return textsOf(this.view?.view).join("\n");
  }
}

/** Every text in a payload, in the order in which it is read. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (["text", "url", "user_id", "channel_id"].includes(key) && typeof each === "string") return [each];
    return ["private_metadata", "value"].includes(key) ? [] : textsOf(each);
  });
}

/** Somebody in the picker: by their id, or by the name that `nameOf` gives it. */
export function idOf(person: string): string {
  if (/^[UW][A-Z0-9]{2,}$/.test(person)) return person;
  const [, picked] = /^<@(U[A-Z0-9]+)>$/.exec(person) ?? [];
  if (picked !== undefined) return picked;
  if (/^[A-Z][a-z]+$/.test(person)) return `U${person.toUpperCase()}`;
  throw new Error(`nobody is called ${person}`);
}

function actionOf(button: Json): Json {
  return { type: "button", action_id: button.action_id, value: button.value, action_ts: "1" };
}

function matches(text: string, label: string | RegExp): boolean {
  return typeof label === "string" ? text === label : label.test(text);
}

function optionsOf(element: Json): Json[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((each: Json) => each.options)];
}

/** What an element says of itself when it holds a value. Throws for what nobody could have typed or chosen. */
function stateOf(element: Json, value: string | string[] | null): Json {
  const option = (id: string) => {
    const found = optionsOf(element).find((each) => each.value === id);
    if (found === undefined)
      throw new Error(
        `no option ${id}: ${optionsOf(element)
          .map((each) => each.value)
          .join(", ")}`,
      );
    return found;
  };
  const type = element.type;
  switch (type) {
    case "radio_buttons":
    case "static_select":
      return { type, selected_option: value === null ? null : option(String(value)) };
    case "checkboxes":
    case "multi_static_select":
      return { type, selected_options: [value ?? []].flat().map(option) };
    case "multi_external_select":
      // What was looked up before: the search itself is tried by a test of its own.
      return {
        type,
        selected_options: [value ?? []].flat().map((id) => ({ text: { type: "plain_text", text: id }, value: id })),
      };
    case "file_input":
      return { type, files: [] };
    case "datepicker":
      return { type, selected_date: value };
    case "conversations_select":
      return { type, selected_conversation: value };
    case "users_select":
      // The client says who was picked by id alone.
      return { type, selected_user: value === null || value === "" ? null : idOf(String(value)) };
    default:
      return {
        type,
        value: value === null || value === "" ? null : String(value).slice(0, element.max_length ?? 3_000),
      };
  }
}

function beginning(element: Json): Json {
  return stateOf(
    element,
    element.initial_value ??
      element.initial_option?.value ??
      element.initial_options?.map((each: Json) => each.value) ??
      element.initial_date ??
      element.initial_conversation ??
      element.initial_user ??
      (/^(checkboxes|multi_)/.test(element.type) ? [] : null),
  );
}
