import { application, type FakeDiscord, guild, type Interaction, type Json, write } from "./discord.ts";
import { until } from "./team.ts";

/** Somebody at a client of Discord: the message that only they see, and the form that is open. */
export class Person {
  /** The message of the conversation, as it shows now. */
  screen: { id: string; body: Json } | null = null;
  modal: Json | null = null;
  typed: Record<string, string | string[] | null> = {};
  readonly #chosen: Json = {};

  readonly discord: FakeDiscord;
  readonly id: string;
  guild: string | null = guild;
  channel = "300000000000000001";
  /** What the bot and the person may do where they are. */
  rights = write;
  mine = write;
  owners: Record<string, string> | null = null;

  constructor(discord: FakeDiscord, id: string) {
    this.discord = discord;
    this.id = id;
  }

  base(type: number): Json {
    const user = { id: this.id, username: "someone", discriminator: "0", avatar: null };
    return {
      type,
      channel_id: this.channel,
      channel: { id: this.channel, type: this.guild === null ? 1 : 0, name: this.guild === null ? null : "general" },
      app_permissions: this.rights,
      locale: "en-US",
      entitlements: [],
      authorizing_integration_owners: this.owners ?? (this.guild === null ? { "1": this.id } : { "0": this.guild }),
      context: this.guild === null ? 1 : 0,
      ...(this.guild === null
        ? { user }
        : { guild_id: this.guild, member: { user, permissions: this.mine, roles: [] } }),
    };
  }

  /** Types a command, by its name behind the slash where it is another than the first. */
  async command(options: Record<string, string | number> = {}, name = "aicost"): Promise<Interaction> {
    const interaction = await this.discord.interact({
      ...this.base(2),
      data: {
        id: "1",
        name,
        type: 1,
        options: Object.entries(options).map(([option, value]) => ({
          name: option,
          type: typeof value === "number" ? 10 : 3,
          value,
        })),
      },
    });
    this.screen = interaction.message;
    await this.#settle(interaction);
    return interaction;
  }

  /** Types a command with a file. */
  async commandWith(file: Json, name: string): Promise<Interaction> {
    const interaction = await this.discord.interact({
      ...this.base(2),
      data: {
        id: "1",
        name,
        type: 1,
        options: [{ name: "file", type: 11, value: file.id }],
        resolved: { attachments: { [file.id]: file } },
      },
    });
    this.screen = interaction.message;
    await this.#settle(interaction);
    return interaction;
  }

  /** Chooses a file in a field of the open form. */
  choosesFile(field: string, file: Json): void {
    if (this.fields.find(({ custom_id }) => custom_id === field)?.type !== 19) throw new Error(`no file for ${field}`);
    this.typed[field] = [file.id];
    this.#chosen[file.id] = file;
  }

  /** Takes a command from the menu of a message. */
  async commandOn(message: string, name = "How to pay for this", attachments: Json[] = []): Promise<Interaction> {
    const interaction = await this.discord.interact({
      ...this.base(2),
      data: {
        id: "1",
        name,
        type: 3,
        target_id: message,
        resolved: { messages: { [message]: { id: message, attachments } } },
      },
    });
    this.screen = interaction.message;
    await this.#settle(interaction);
    return interaction;
  }

  /** What an option offers for what is typed. */
  async search(typed: string, option = "about", name = "aicost"): Promise<Json[]> {
    const { answers } = await this.discord.interact({
      ...this.base(4),
      data: { id: "1", name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] },
    });
    return answers[0]?.data.choices ?? [];
  }

  get components(): Json[] {
    return flat(this.screen?.body.components ?? []);
  }

  get text(): string {
    return this.components
      .filter(({ type }) => type === 10)
      .map(({ content }) => content)
      .join("\n");
  }

  get title(): string {
    return /^## (.*)$/m.exec(this.text)?.[1] ?? "";
  }

  button(label: string | RegExp, components = this.components): Json {
    const buttons = components.filter(({ type }) => type === 2);
    const found = buttons.find((each) => (typeof label === "string" ? each.label === label : label.test(each.label)));
    if (found === undefined) throw new Error(`no button ${label}: ${buttons.map((each) => each.label).join(", ")}`);
    return found;
  }

  async press(label: string | RegExp): Promise<Interaction> {
    const pressing = () => this.#component({ component_type: 2, custom_id: this.button(label).custom_id });
    let interaction = await pressing();
    // A form that could not be opened in time asks for another press.
    while (JSON.stringify(interaction.message?.body ?? "").includes("Press the button again"))
      interaction = await pressing();
    return interaction;
  }

  /** Chooses in a select of the message. */
  async choose(value: string): Promise<Interaction> {
    const select = this.components.find(
      (each) => each.type === 3 && each.options.some((option: Json) => option.value === value),
    );
    if (select === undefined) throw new Error(`no option ${value}`);
    return this.#component({ component_type: 3, custom_id: select.custom_id, values: [value] });
  }

  /** Picks a channel, with what the bot and the person may do there. */
  async pick(channel: string, app_permissions = write, permissions = write): Promise<Interaction> {
    const select = this.components.find(({ type }) => type === 8);
    const resolved = {
      channels: { [channel]: { id: channel, type: 0, name: "finance-ai", app_permissions, permissions } },
    };
    return this.#component({ component_type: 8, custom_id: select?.custom_id, values: [channel], resolved });
  }

  /** Picks somebody in the select of a field, by the name that the server gives them; null takes them out. */
  async pickPerson(field: string, name: string | null): Promise<Interaction> {
    const select = this.#peopleSelects.find(({ custom_id }) => custom_id.endsWith(`/${field}`));
    if (select === undefined) throw new Error(`nobody is picked for ${field}`);
    const picked = { component_type: 5, custom_id: select.custom_id };
    if (name === null) return this.#component({ ...picked, values: [], resolved: {} });
    const id = idOf(name);
    const users = { [id]: { id, username: "someone", global_name: name, discriminator: "0", avatar: null } };
    const members = { [id]: { nick: null, roles: [], permissions: this.mine } };
    return this.#component({ ...picked, values: [id], resolved: { users, members } });
  }

  get #peopleSelects(): Json[] {
    return this.components.filter(({ type }) => type === 5);
  }

  /** Picks, of the selects in the message, whomever a script names. */
  async pickPeople(script: Record<string, string | string[]>): Promise<void> {
    for (const field of this.#peopleSelects.map(({ custom_id }) => custom_id.split("/").at(-1)))
      if (typeof script[field] === "string" && script[field] !== "?") await this.pickPerson(field, script[field]);
  }

  async #component(data: Json): Promise<Interaction> {
    const screen = this.screen;
    if (screen === null) throw new Error("there is no message");
    const interaction = await this.discord.interact(
      { ...this.base(3), message: { id: screen.id, flags: 64 | 32_768 }, data },
      screen,
    );
    await this.#settle(interaction);
    return interaction;
  }

  /** Presses a button of a card in a channel. */
  async pressOn(card: { id: string; body: Json }, label: string | RegExp): Promise<Interaction> {
    const { custom_id } = this.button(label, flat(card.body.components));
    const interaction = await this.discord.interact({
      ...this.base(3),
      message: { id: card.id, flags: 32_768, author: { id: application } },
      data: { component_type: 2, custom_id },
    });
    this.screen = interaction.message;
    await this.#settle(interaction);
    return interaction;
  }

  /** Waits for what was promised, and opens a form that was answered with. */
  async #settle(interaction: Interaction): Promise<void> {
    const [answer] = interaction.answers;
    if (answer?.type === 9) {
      this.modal = answer.data;
      this.typed = {};
    }
    if (answer?.type === 5 || answer?.type === 6)
      await until(() => interaction.edits > 0, "the app gives the answer that it promised");
    await this.discord.calm();
  }

  fill(field: string, value: string | string[] | null): void {
    const component = this.fields.find((each) => each.custom_id === field);
    if (component === undefined) throw new Error(`no field ${field}`);
    if (component.options !== undefined) {
      const ids = component.options.map((option: Json) => option.value);
      for (const id of [value ?? []].flat()) if (!ids.includes(id)) throw new Error(`no option ${id}: ${ids}`);
    }
    this.typed[field] = value;
  }

  get fields(): Json[] {
    return (this.modal?.components ?? []).map((label: Json) => label.component);
  }

  /** Sends the form. */
  async submit(): Promise<Interaction> {
    const { modal, screen } = this;
    if (modal === null) throw new Error("no form is open");
    this.modal = null;
    const interaction = await this.discord.interact(
      {
        ...this.base(5),
        message: screen === null ? undefined : { id: screen.id, flags: 64 | 32_768 },
        data: {
          custom_id: modal.custom_id,
          resolved: { attachments: this.#chosen },
          components: modal.components.map((label: Json, at: number) => ({
            type: 18,
            id: at + 1,
            component: answered(label.component, this.typed),
          })),
        },
      },
      screen,
    );
    await this.#settle(interaction);
    return interaction;
  }

  /** Picks people, opens the form, fills in what a script has an answer for, and sends it; goes on where there is none. */
  async answer(script: Record<string, string | string[]>): Promise<void> {
    await this.pickPeople(script);
    await this.press(/^(Answer|Next)$/);
    if (this.modal === null) return;
    for (const { custom_id } of this.fields)
      if (script[custom_id] !== undefined) this.fill(custom_id, script[custom_id]);
    await this.submit();
  }
}

const known: Record<string, string> = {
  Ana: "400000000000000001",
  Ben: "400000000000000002",
  Cleo: "400000000000000003",
};

/** A text as a client shows it: people by their names. */
export function shown(text: string): string {
  return Object.entries(known).reduce((words, [name, id]) => words.replaceAll(`<@${id}>`, name), text);
}

/** Somebody's id by their name. */
export function idOf(name: string): string {
  return (
    known[name] ??
    `41${[...name].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 1e9, 7)}`.padEnd(18, "0")
  );
}

/** What a component of a form sends: what was typed or chosen, else what it began with. */
export function answered(component: Json, typed: Record<string, string | string[] | null>): Json {
  const { type, custom_id } = component;
  const chosen = (component.options ?? []).filter((option: Json) => option.default).map((option: Json) => option.value);
  const value = custom_id in typed ? typed[custom_id] : undefined;
  switch (type) {
    case 4:
      return {
        type,
        custom_id,
        value: value === undefined ? (component.value ?? "") : [value ?? ""].flat().join(", "),
      };
    case 21:
      return { type, custom_id, value: value === undefined ? (chosen[0] ?? null) : value };
    default:
      return { type, custom_id, values: value === undefined ? chosen : [value ?? []].flat() };
  }
}

export function flat(components: Json[]): Json[] {
  return components.flatMap((each) => [each, ...flat(each.components ?? [])]);
}
