/**
 * What Slack refuses, written down apart from the program from its documentation (docs.slack.dev, block-kit and surfaces,
 * 2026-11): so that a limit that the program has wrong is not wrong here too.
 */
export function problemsOfView(view: unknown): string[] {
  const found: string[] = [];
  const { type, title, submit, close, blocks, callback_id, private_metadata } = view as Shape;
  if (JSON.stringify(view).length > 250_000) found.push("view_too_large");
  if (type === "modal") {
    plain(title, 24, "title", found);
    if (submit !== undefined) plain(submit, 24, "submit", found);
    if (close !== undefined) plain(close, 24, "close", found);
    if (submit === undefined && (blocks as Shape[]).some((block) => block.type === "input"))
      found.push("submit is missing beside an input");
  }
  if (String(callback_id ?? "").length > 255) found.push("callback_id");
  if (String(private_metadata ?? "").length > 3_000) found.push("private_metadata");
  checkBlocks(blocks, 100, type === "home" ? "home" : "modal", found);
  return found;
}

export function problemsOfMessage(message: unknown): string[] {
  const found: string[] = [];
  const { text, blocks } = message as Shape;
  if (typeof text !== "string" || text === "") found.push("no_text");
  if (String(text).length > 40_000) found.push("text is cut");
  checkBlocks(blocks, 50, "message", found);
  if (lengthOf(blocks) > 13_200) found.push("msg_blocks_too_long");
  const tables = (blocks as Shape[]).filter((block) => block.type === "table").length;
  if (tables > 1) found.push("only one table");
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has any shape.
type Shape = Record<string, any>;
type Surface = "modal" | "home" | "message";

function checkBlocks(blocks: unknown, most: number, surface: Surface, found: string[]): void {
  if (!Array.isArray(blocks)) {
    found.push("blocks are no list");
    return;
  }
  if (blocks.length > most) found.push(`${blocks.length} blocks`);
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) found.push("block_id twice");
  for (const block of blocks) checkBlock(block, surface, found);
}

function checkBlock(block: Shape, surface: Surface, found: string[]): void {
  if (String(block.block_id ?? "").length > 255) found.push("block_id too long");
  switch (block.type) {
    case "header":
      plain(block.text, 150, "header", found);
      return;
    case "context":
      if (block.elements.length < 1 || block.elements.length > 10) found.push("context elements");
      for (const each of block.elements) text(each, 3_000, "context", found);
      return;
    case "section":
      text(block.text, 3_000, "section", found);
      if (block.accessory !== undefined) element(block.accessory, found);
      return;
    case "alert":
      if (surface !== "modal") found.push("alert outside of a modal");
      text(block.text, 200, "alert", found);
      return;
    case "image":
      if (typeof block.alt_text !== "string" || block.alt_text.length > 2_000) found.push("alt_text");
      if (surface !== "message" || typeof block.slack_file?.id !== "string") found.push("image");
      return;
    case "divider":
      return;
    case "rich_text":
      if (!Array.isArray(block.elements) || block.elements.length === 0) found.push("empty rich_text");
      for (const section of block.elements) richSection(section, found);
      return;
    case "table":
      if (surface !== "message") found.push("table outside of a message");
      if (block.rows.length > 100) found.push("table rows");
      for (const row of block.rows) {
        if (row.length > 20 || row.length !== block.rows[0].length) found.push("table columns");
        for (const cell of row) if (cell.type !== "raw_text" || cell.text === "") found.push("empty table cell");
      }
      return;
    case "actions":
      if (block.elements.length < 1 || block.elements.length > 25) found.push("actions elements");
      if (new Set(block.elements.map((each: Shape) => each.action_id)).size !== block.elements.length)
        found.push("action_id twice");
      for (const each of block.elements) element(each, found);
      return;
    case "input":
      if (surface === "message") found.push("input in a message");
      plain(block.label, 2_000, "label", found);
      if (block.hint !== undefined) plain(block.hint, 2_000, "hint", found);
      element(block.element, found);
      return;
    default:
      found.push(`unknown block ${block.type}`);
  }
}

function richSection(section: Shape, found: string[]): void {
  if (section.type !== "rich_text_section" || section.elements.length === 0) found.push("rich_text_section");
  let length = 0;
  for (const each of section.elements) {
    if (!["text", "link", "user", "channel"].includes(each.type)) found.push(`rich text element ${each.type}`);
    if (each.type === "text" && (typeof each.text !== "string" || each.text === "")) found.push("empty rich text");
    if (each.type === "link" && !URL.canParse(each.url)) found.push(`link ${each.url}`);
    if (each.type === "user" && !/^[UW][A-Z0-9]+$|^[A-Z0-9]+$/.test(each.user_id)) found.push("user id");
    length += String(each.text ?? each.url ?? "").length;
  }
  if (length > 6_100) found.push(`rich text of ${length}`);
}

function element(each: Shape, found: string[]): void {
  if (String(each.action_id ?? "").length > 255 || !each.action_id) found.push("action_id");
  const options = (list: Shape[], most: number) => {
    if (list.length < 1 || list.length > most) found.push(`${each.type} with ${list.length} options`);
    for (const option of list) {
      text(option.text, 75, "option", found);
      if (option.description !== undefined) plain(option.description, 75, "description", found);
      if (String(option.value).length < 1 || String(option.value).length > 75) found.push("option value");
    }
    const values = list.map((option) => option.value);
    if (new Set(values).size !== values.length) found.push("option value twice");
  };
  const initial = [...(each.initial_options ?? []), ...(each.initial_option ? [each.initial_option] : [])];
  const external = each.type === "multi_external_select";
  const all = [...(each.options ?? []), ...(each.option_groups ?? []).flatMap((group: Shape) => group.options)];
  for (const one of initial)
    if (!external && !all.some((option) => JSON.stringify(option) === JSON.stringify(one)))
      found.push("initial option is none");
  switch (each.type) {
    case "button":
      plain(each.text, 75, "button", found);
      if (each.value !== undefined && (each.value.length < 1 || each.value.length > 2_000)) found.push("button value");
      if (each.confirm !== undefined) {
        plain(each.confirm.title, 100, "confirm title", found);
        text(each.confirm.text, 300, "confirm text", found);
        plain(each.confirm.confirm, 30, "confirm", found);
        plain(each.confirm.deny, 30, "deny", found);
      }
      return;
    case "radio_buttons":
    case "checkboxes":
      options(each.options, 10);
      return;
    case "static_select":
    case "multi_static_select":
      if (each.placeholder !== undefined) plain(each.placeholder, 150, "placeholder", found);
      if (each.options !== undefined) {
        options(each.options, 100);
        return;
      }
      if (each.option_groups.length < 1 || each.option_groups.length > 100) found.push("option groups");
      for (const group of each.option_groups) {
        plain(group.label, 75, "group", found);
        options(group.options, 100);
      }
      return;
    case "multi_external_select":
      if (each.initial_options !== undefined) options(each.initial_options, 100);
      return;
    case "plain_text_input":
      if ((each.max_length ?? 0) > 3_000) found.push("max_length");
      if (String(each.initial_value ?? "").length > (each.max_length ?? 3_000)) found.push("initial_value");
      return;
    case "datepicker":
      if (each.initial_date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(each.initial_date)) found.push("initial_date");
      return;
    case "conversations_select":
      return;
    case "file_input":
      if ((each.max_files ?? 10) < 1 || (each.max_files ?? 10) > 10) found.push("max_files");
      return;
    case "users_select":
      // What is no id of a person refuses the whole view: invalid_arguments, "invalid initial_user".
      if (each.initial_user !== undefined && !/^[UW][A-Z0-9]{2,}$/.test(each.initial_user)) found.push("initial_user");
      if (each.placeholder !== undefined) plain(each.placeholder, 150, "placeholder", found);
      return;
    default:
      found.push(`unknown element ${each.type}`);
  }
}

function plain(object: Shape | undefined, most: number, where: string, found: string[]): void {
  if (object?.type !== "plain_text") found.push(`${where} is not plain_text`);
  text(object, most, where, found);
}

function text(object: Shape | undefined, most: number, where: string, found: string[]): void {
  const length = String(object?.text ?? "").length;
  if (length < 1 || length > most) found.push(`${where} of ${length}`);
  if (object?.type === "mrkdwn") found.push(`${where} is mrkdwn`);
  if (!String(object?.text ?? "").isWellFormed()) found.push(`${where} ends in half a letter`);
}

/** Characters of all texts in blocks. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + lengthOf(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === "text" && typeof each === "string" ? each.length : lengthOf(each)),
    0,
  );
}
