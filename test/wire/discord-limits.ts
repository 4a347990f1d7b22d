import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has any shape.
type Shape = Record<string, any>;

const file = new URL("../../../shared/contract/discord-openapi.json", import.meta.url);

/** Requests whose bodies the description can judge, by method and path. */
const requests: [string, string, RegExp][] = [
  ["post", "/interactions/{interaction_id}/{interaction_token}/callback", /^\/interactions\/[^/]+\/[^/]+\/callback$/],
  [
    "patch",
    "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    /^\/webhooks\/[^/]+\/[^/]+\/messages\/@original$/,
  ],
  ["post", "/channels/{channel_id}/messages", /^\/channels\/[^/]+\/messages$/],
  ["patch", "/channels/{channel_id}/messages/{message_id}", /^\/channels\/[^/]+\/messages\/[^/]+$/],
  ["post", "/channels/{channel_id}/messages/{message_id}/threads", /^\/channels\/[^/]+\/messages\/[^/]+\/threads$/],
  ["put", "/applications/{application_id}/commands", /^\/applications\/[^/]+\/(guilds\/[^/]+\/)?commands$/],
];

/** Discord's own description of its API, where it lies beside the project; null elsewhere. */
export const contract = existsSync(file) ? openContract() : null;

function openContract() {
  const document = JSON.parse(readFileSync(file, "utf8")) as Shape;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(document, "discord");
  const validators = requests.map(([method, path, matches]) => {
    const pointer = `discord#/paths/${path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/${method}/requestBody/content/application~1json/schema`;
    return { method, matches, validate: ajv.compile({ $ref: pointer }) as ValidateFunction };
  });
  /** What the description says against a body; nothing where it does not describe the request. */
  return (method: string, path: string, body: unknown): string[] => {
    const found = validators.find((each) => each.method === method && each.matches.test(path));
    if (found === undefined || found.validate(body)) return [];
    return (found.validate.errors ?? [])
      .slice(0, 3)
      .map(({ instancePath, message }) => `contract: ${instancePath} ${message}`);
  };
}

const v2 = 32_768;

/** What Discord refuses in a message besides, written down apart from the program from its documentation. */
export function problemsOfMessage(message: Shape): string[] {
  const found: string[] = [];
  if (((message.flags ?? 0) & v2) === 0) found.push("not of components");
  if (message.content !== undefined || message.embeds !== undefined) found.push("content or embeds beside components");
  if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') found.push("mentions are allowed");
  const all = flat(message.components);
  if (all.length > 40) found.push(`${all.length} components`);
  if (all.length === 0) found.push("empty message");
  const text = all.filter(({ type }) => type === 10).reduce((sum, each) => sum + each.content.length, 0);
  if (text > 4_000) found.push(`${text} characters`);
  const ids = all.map((each) => each.custom_id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) found.push("custom_id twice");
  for (const each of message.components)
    if (![1, 10, 13, 17].includes(each.type)) found.push(`top level of type ${each.type}`);
  for (const box of message.components.filter(({ type }: Shape) => type === 17))
    for (const each of box.components)
      if (![1, 10, 12, 14].includes(each.type)) found.push(`in a container of type ${each.type}`);
  for (const each of all) component(each, found);
  return found;
}

export function problemsOfModal(modal: Shape): string[] {
  const found: string[] = [];
  length(modal.title, 1, 45, "modal title", found);
  length(modal.custom_id, 1, 100, "modal id", found);
  if (modal.components.length < 1 || modal.components.length > 5) found.push(`${modal.components.length} fields`);
  const ids = modal.components.map((each: Shape) => each.component?.custom_id);
  if (new Set(ids).size !== ids.length) found.push("field id twice");
  for (const label of modal.components) {
    if (label.type !== 18) found.push(`field of type ${label.type}`);
    length(label.label, 1, 45, "label", found);
    if (label.description !== undefined) length(label.description, 1, 100, "description", found);
    component(label.component, found, true);
  }
  return found;
}

function flat(components: Shape[]): Shape[] {
  return components.flatMap((each) => [each, ...flat(each.components ?? [])]);
}

function component(each: Shape, found: string[], modal = false): void {
  if (each.custom_id !== undefined) length(each.custom_id, 1, 100, "id", found);
  switch (each.type) {
    case 1: {
      const buttons = each.components.filter((one: Shape) => one.type === 2).length;
      if (each.components.length < 1 || each.components.length > 5) found.push("row");
      if (buttons !== each.components.length && each.components.length !== 1)
        found.push("a select stands alone in its row");
      return;
    }
    case 2:
      length(each.label, 1, 80, "button", found);
      return;
    case 3:
      options(each, 1, 25, found);
      return;
    case 4:
      if ((each.value ?? "").length > (each.max_length ?? 4_000)) found.push("value");
      if (each.placeholder !== undefined) length(each.placeholder, 1, 100, "placeholder", found);
      return;
    case 5:
    case 8:
      if (each.type === 5 && modal) found.push("a user select that clients fail over");
      if ((each.default_values ?? []).length > (each.max_values ?? 1)) found.push("more defaults than values");
      for (const one of each.default_values ?? [])
        if (one.type !== (each.type === 5 ? "user" : "channel") || !/^\d{15,21}$/.test(one.id))
          found.push(`default ${one.type} ${one.id}`);
      if (each.placeholder !== undefined) length(each.placeholder, 1, 150, "placeholder", found);
      return;
    case 10:
      length(each.content, 1, 4_000, "text", found);
      return;
    case 12:
      if (each.items.length < 1 || each.items.length > 10) found.push("gallery");
      for (const item of each.items) length(item.description, 1, 1_024, "description", found);
      return;
    case 14:
      return;
    case 13:
      if (!/^attachment:\/\/[\w.-]+$/.test(each.file?.url ?? "")) found.push("a file that is not attached");
      return;
    case 17:
      if (each.accent_color !== undefined && !(each.accent_color >= 0 && each.accent_color <= 0xffffff))
        found.push("colour");
      if (each.components.length === 0) found.push("an empty container");
      return;
    case 19:
      if (!modal || (each.max_values ?? 1) < 1 || (each.max_values ?? 1) > 10) found.push("file upload");
      return;
    case 21:
      options(each, 2, 10, found);
      return;
    case 22:
      options(each, 1, 10, found);
      return;
    default:
      found.push(`component of type ${each.type}`);
  }
}

function options(each: Shape, least: number, most: number, found: string[]): void {
  if (each.options.length < least || each.options.length > most) found.push(`${each.options.length} options`);
  const values = each.options.map((option: Shape) => option.value);
  if (new Set(values).size !== values.length) found.push("option twice");
  for (const option of each.options) {
    length(option.label, 1, 100, "option", found);
    length(option.value, 1, 100, "option value", found);
    if (option.description !== undefined) length(option.description, 1, 100, "option description", found);
  }
  if (each.type !== 22 && (each.max_values ?? 1) === 1 && each.options.filter((one: Shape) => one.default).length > 1)
    found.push("two defaults");
}

function length(text: unknown, least: number, most: number, where: string, found: string[]): void {
  if (typeof text !== "string" || text.length < least || text.length > most || text.trim() === "")
    found.push(`${where} of ${typeof text === "string" ? text.length : "none"}`);
  else if (!text.isWellFormed()) found.push(`${where} ends in half a letter`);
}
