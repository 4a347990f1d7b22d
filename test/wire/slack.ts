import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { problemsOfMessage, problemsOfView } from "./slack-limits.ts";
import { calm } from "./team.ts";

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has any shape.
export type Json = Record<string, any>;

/** How a call is to go wrong, once. */
export type Trouble =
  | { error: string }
  | { status: number }
  | { retryAfter: number }
  /** It is done, but only after this. */
  | { after: Promise<unknown> }
  | "hang"
  | "die after doing it";

export type Channel = { id: string; name: string; kind: "public" | "private"; member: boolean; archived?: boolean };
export type Posted = { channel: string; ts: string; thread: string | null; body: Json; deleted: boolean };
export type OpenView = { id: string; hash: string; user: string; view: Json; closed: boolean };

export const signingSecret = "0123456789abcdef0123456789abcdef";

/**
 * A Slack on loopback that keeps state and refuses what Slack refuses: triggers older than three seconds or used twice,
 * wrong hashes, closed views, too large payloads, channels without the app, messages without a text. Its time passes when
 * a test puts `ahead` forward, not by itself: a slow machine makes nothing too old.
 */
export class FakeSlack {
  readonly messages: Posted[] = [];
  readonly ephemeral: { url: string; body: Json }[] = [];
  readonly views = new Map<string, OpenView>();
  readonly homes = new Map<string, Json>();
  readonly calls: { method: string; body: Json; token: string }[] = [];
  /** Payloads that Slack would have refused, and answers it could not have used. A test ends with none. */
  readonly complaints: string[] = [];
  readonly channels = new Map<string, Channel>();
  /** Whether payloads are checked: under load only the app is measured. */
  checks = true;
  publicScope = true;
  /** Those of whom more is known than an id: their organisation, and their workspaces there. */
  readonly people = new Map<string, { enterprise_id: string; teams: string[] }>();
  /** What somebody is called, where it is not their id in other letters. */
  readonly names = new Map<string, string>();
  scopes = "commands,chat:write,chat:write.public,users:read,channels:read,groups:read,files:write,files:read";
  /** Files by id: how many bytes came, and whether they were completed. */
  readonly files = new Map<string, { bytes: number; whole: boolean }>();
  /** Files that people uploaded, by their path, with the channel they stand in; null: handed to the app in a window. */
  readonly uploads = new Map<string, { content: Uint8Array; type: string; channel: string | null }>();
  tokens = new Set(["xoxb-test"]);
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  appUrl = "";
  /** How many requests the app has answered. */
  answered = 0;
  readonly #troubles: { method: string; trouble: Trouble }[] = [];
  readonly #triggers = new Map<string, { at: number; used: boolean; opened: () => void; done: Promise<void> }>();
  readonly #responses = new Map<string, { at: number; left: number }>();
  /** How often the app has called about a trigger, a view, an address for answers, or a person's home. */
  readonly #about = new Map<string, number>();
  #busy = 0;
  #server: Server | undefined;
  #ts = 1_795_000_000;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    for (const channel of [
      { id: "CPUBLIC01", name: "general", kind: "public", member: true },
      { id: "CPUBLIC02", name: "random", kind: "public", member: false },
      { id: "GPRIVATE1", name: "finance", kind: "private", member: false },
      { id: "CARCHIVE1", name: "old", kind: "public", member: true, archived: true },
    ] as Channel[])
      this.channels.set(channel.id, channel);
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()));
  }

  get url(): string {
    const address = this.#server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${address?.port}`;
  }

  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** The next call of a method goes wrong; of posts the next one into a channel, since messages to people go beside them. */
  trouble(method: string, trouble: Trouble): void {
    this.#troubles.push({ method, trouble });
  }

  /** What stands in a channel and was not deleted. */
  standing(channel: string): Posted[] {
    return this.messages.filter((each) => each.channel === channel && !each.deleted);
  }

  /** Somebody writes into a channel, or into a thread there: the message as a payload names it. */
  say(channel: string, thread: string | null = null): { ts: string; thread_ts?: string } {
    const ts = `${++this.#ts}.000100`;
    this.messages.push({ channel, ts, thread, body: { text: "Hello", blocks: [] }, deleted: false });
    return { ts, ...(thread === null ? {} : { thread_ts: thread }) };
  }

  /** Somebody uploads a file: as a payload names it. */
  upload(content: Uint8Array, name: string, channel: string | null = null): Json {
    const id = `F${randomUUID().slice(0, 8).toUpperCase()}`;
    const path = `/files-pri/T1-${id}/download/${encodeURIComponent(name)}`;
    this.uploads.set(path, { content, type: "text/plain", channel });
    return { id, name, size: content.length, url_private_download: `${this.url}${path}` };
  }

  newTrigger(): string {
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#triggers.set(id, { at: this.ahead, used: false, opened: resolve, done: promise });
    return id;
  }

  /** Resolves when a window was opened with a trigger. */
  async opened(trigger: string): Promise<void> {
    await this.#triggers.get(trigger)?.done;
  }

  newResponseUrl(): string {
    const id = randomUUID();
    this.#responses.set(id, { at: this.ahead, left: 5 });
    return `${this.url}/response/${id}`;
  }

  /** How often the app has called about one of these, whatever it was answered. */
  callsAbout(...ids: string[]): number {
    return ids.reduce((sum, id) => sum + (this.#about.get(id) ?? 0), 0);
  }

  /** Waits until the app calls nothing any more. */
  calm(): Promise<void> {
    return calm(() => this.#busy);
  }

  /** Sends a signed request to the app, as Slack does. */
  async send(
    body: string,
    options: { type?: string; at?: number; path?: string; headers?: Record<string, string> } = {},
  ) {
    const at = Math.floor((options.at ?? this.#now()) / 1_000);
    const signature = `v0=${createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex")}`;
    const response = await fetch(`${this.appUrl}${options.path ?? "/slack/events"}`, {
      method: "POST",
      body,
      headers: {
        "content-type": options.type ?? "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": String(at),
        "x-slack-signature": signature,
        ...options.headers,
      },
    });
    const text = await response.text();
    this.answered++;
    return { status: response.status, text, json: text.startsWith("{") ? (JSON.parse(text) as Json) : null };
  }

  sendPayload(payload: Json) {
    return this.send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  }

  sendEvent(event: Json, envelope: Json = {}) {
    const body = {
      type: "event_callback",
      team_id: "T1",
      api_app_id: "A1",
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(this.#now() / 1_000),
      authorizations: [{ team_id: "T1", is_enterprise_install: false }],
      event,
      ...envelope,
    };
    return this.send(JSON.stringify(body), { type: "application/json" });
  }

  #now(): number {
    return Date.now() + this.ahead;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#busy++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const path = new URL(request.url ?? "/", "http://x").pathname;
    // An answer is no form, and what is uploaded is no text.
    const body = /^\/(?:response|upload)\//.test(path) ? {} : readBody(request, raw);
    try {
      await this.#serve(path, raw, body, request, response);
    } finally {
      this.#busy--;
      const home = path === "/api/views.publish" ? [body.user_id] : [];
      for (const id of [`${this.url}${path}`, body.trigger_id, body.view_id, ...home])
        if (typeof id === "string") this.#about.set(id, (this.#about.get(id) ?? 0) + 1);
    }
  }

  async #serve(
    path: string,
    raw: string,
    body: Json,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const reply = (status: number, body: Json | string, headers: Record<string, string> = {}) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers }).end(text);
    };
    if (path.startsWith("/response/")) return reply(...this.#respond(path, raw));
    if (path.startsWith("/upload/")) {
      const file = this.files.get(path.slice("/upload/".length));
      if (file === undefined) return reply(404, "no such upload");
      file.bytes = Number(request.headers["content-length"]);
      return reply(200, `OK - ${file.bytes}`);
    }
    if (path.startsWith("/files-pri/") || path === "/login") return this.#download(path, request, response);
    const method = path.replace("/api/", "");
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    this.calls.push({ method, body, token });
    const personal = method === "chat.postMessage" && /^U/.test(body.channel);
    const at = personal ? -1 : this.#troubles.findIndex((each) => each.method === method);
    const trouble = at < 0 ? undefined : this.#troubles.splice(at, 1)[0]?.trouble;
    if (trouble === "hang") return;
    if (trouble === "die after doing it") {
      this.#do(method, body, token);
      request.socket.destroy();
      return;
    }
    if (trouble !== undefined && "after" in trouble) {
      await this.#held(trouble.after);
      return reply(200, this.#do(method, body, token), { "x-oauth-scopes": this.scopes });
    }
    if (trouble !== undefined && "status" in trouble) return reply(trouble.status, "broken");
    if (trouble !== undefined && "retryAfter" in trouble)
      return reply(429, { ok: false, error: "ratelimited" }, { "retry-after": String(trouble.retryAfter) });
    if (trouble !== undefined) return reply(200, { ok: false, error: trouble.error });
    reply(200, this.#do(method, body, token), { "x-oauth-scopes": this.scopes });
  }

  /** A file for whoever may have it; for all others the way to a page where people sign in. */
  #download(path: string, { headers }: IncomingMessage, response: ServerResponse): void {
    const token = (headers.authorization ?? "").replace("Bearer ", "");
    if (path === "/login") this.complaints.push("a file was followed to another place");
    const file = this.uploads.get(path);
    const member = file?.channel === null || this.channels.get(file?.channel ?? "")?.member === true;
    const may = this.scopes.includes("files:read") && this.tokens.has(token) && member;
    if (file !== undefined && may) return void response.writeHead(200, { "content-type": file.type }).end(file.content);
    response
      .writeHead(302, { location: "/login", "content-type": "text/html; charset=utf-8" })
      .end("<html>Sign in</html>");
  }

  /** A call that a test holds is not on its way. */
  async #held(until: Promise<unknown>): Promise<void> {
    this.#busy--;
    await until;
    this.#busy++;
  }

  #respond(path: string, raw: string): [number, Json | string] {
    const known = this.#responses.get(path.slice("/response/".length));
    if (known === undefined || this.ahead - known.at > 30 * 60_000 || known.left-- <= 0) return [404, "used_url"];
    const body = JSON.parse(raw) as Json;
    for (const problem of problemsOfMessage(body)) this.complaints.push(`response_url: ${problem}`);
    this.ephemeral.push({ url: path, body });
    return [200, "ok"];
  }

  #do(method: string, body: Json, token: string): Json {
    const open = ["api.test", "oauth.v2.access", "apps.connections.open"];
    if (!open.includes(method) && !this.tokens.has(token)) return { ok: false, error: "invalid_auth" };
    const handler = this.#methods[method];
    if (handler === undefined) {
      this.complaints.push(`unknown method ${method}`);
      return { ok: false, error: "unknown_method" };
    }
    const answer = handler(body);
    return typeof answer === "string" ? { ok: false, error: answer } : { ok: true, ...answer };
  }

  readonly #methods: Record<string, (body: Json) => Json | string> = {
    "api.test": () => ({}),
    "auth.test": () => ({ team: "Team", team_id: "T1", user: "aicost", user_id: "UBOT", bot_id: "B1" }),
    "users.info": (body) => {
      if (!this.scopes.includes("users:read")) return "missing_scope";
      const known = this.people.get(body.user);
      const name = this.names.get(body.user) ?? `${body.user.slice(1, 2)}${body.user.slice(2).toLowerCase()}`;
      const profile = { display_name: "", real_name: name };
      return {
        user: {
          id: body.user,
          name: name.toLowerCase(),
          real_name: name,
          profile,
          ...(known === undefined ? {} : { enterprise_user: known }),
        },
      };
    },
    "conversations.info": (body) => {
      const channel = this.channels.get(body.channel);
      if (channel === undefined || (channel.kind === "private" && !channel.member)) return "channel_not_found";
      if (!this.scopes.includes(channel.kind === "private" ? "groups:read" : "channels:read")) return "missing_scope";
      return { channel: { id: channel.id, name: channel.name } };
    },
    "views.open": (body) => {
      const trigger = this.#triggers.get(body.trigger_id);
      if (trigger === undefined) return "invalid_trigger_id";
      if (trigger.used) return "exchanged_trigger_id";
      if (this.ahead - trigger.at > 3_000) return "expired_trigger_id";
      trigger.used = true;
      trigger.opened();
      return this.#show({ id: `V${randomUUID()}`, hash: "", user: "", view: {}, closed: false }, body.view);
    },
    "views.update": (body) => {
      const open = this.views.get(body.view_id);
      if (open === undefined || open.closed) return "not_found";
      if (body.hash !== undefined && body.hash !== open.hash) return "hash_conflict";
      return this.#show(open, body.view);
    },
    "views.publish": (body) => {
      const problems = problemsOfView(body.view);
      if (problems.length > 0) return this.#refuse("views.publish", problems);
      this.homes.set(body.user_id, body.view);
      return { view: { id: "VHOME", hash: "h", ...body.view } };
    },
    "chat.postMessage": (body) => {
      // A person stands for the direct messages with them, whose channel the answer names.
      const at = /^U/.test(body.channel) ? `D${body.channel.slice(1)}` : body.channel;
      const channel = at === body.channel ? this.#channelProblem(at) : "";
      if (typeof channel === "string" && channel !== "") return channel;
      const problems = problemsOfMessage(body);
      if (body.unfurl_links !== false || body.unfurl_media !== false) problems.push("unfurls");
      if (body.link_names || body.parse === "full") problems.push("names are linked");
      if (problems.length > 0) return this.#refuse("chat.postMessage", problems);
      const parent = body.thread_ts ? this.#find(body.channel, body.thread_ts) : null;
      if (parent === undefined) return "thread_not_found";
      // docs.slack.dev, chat.postMessage: "avoid using a reply's ts value; use its parent instead".
      if (parent !== null && parent.thread !== null) this.complaints.push("a thread is named by a reply in it");
      const ts = `${++this.#ts}.000100`;
      this.messages.push({ channel: at, ts, thread: body.thread_ts ?? null, body, deleted: false });
      return { channel: at, ts, message: { text: body.text } };
    },
    "chat.update": (body) => {
      const message = this.#find(body.channel, body.ts);
      if (message === undefined) return "message_not_found";
      const problems = problemsOfMessage(body);
      if (problems.length > 0) return this.#refuse("chat.update", problems);
      for (const { type, slack_file } of body.blocks as Json[])
        if (type === "image" && this.files.get(slack_file?.id)?.whole !== true)
          return this.#refuse("chat.update", ["a picture that is not there"]);
      message.body = { ...message.body, ...body };
      return { channel: body.channel, ts: body.ts };
    },
    "files.getUploadURLExternal": (body) => {
      if (!this.scopes.includes("files:write")) return "missing_scope";
      const id = `F${randomUUID().slice(0, 8).toUpperCase()}`;
      this.files.set(id, { bytes: -Number(body.length), whole: false });
      return { upload_url: `${this.url}/upload/${id}`, file_id: id };
    },
    "files.completeUploadExternal": (body) => {
      const [named] = body.files as Json[];
      const file = this.files.get(named?.id);
      if (file === undefined || file.bytes <= 0) return "file_not_found";
      file.whole = true;
      return { files: [{ id: named?.id }] };
    },
    "chat.delete": (body) => {
      const message = this.#find(body.channel, body.ts);
      if (message === undefined) return "message_not_found";
      message.deleted = true;
      return { channel: body.channel, ts: body.ts };
    },
    "chat.getPermalink": (body) => {
      const message = this.#find(body.channel, body.message_ts);
      if (message === undefined) return "message_not_found";
      const within = message.thread === null ? "" : `?thread_ts=${message.thread}&cid=${body.channel}`;
      const at = body.message_ts.replace(".", "");
      return { permalink: `https://team.slack.com/archives/${body.channel}/p${at}${within}` };
    },
    "apps.connections.open": () => ({ url: this.socketUrl }),
    "oauth.v2.access": (body) => (body.code === "good" ? this.oauthAnswer : "invalid_code"),
  };

  socketUrl = "";
  oauthAnswer: Json = {};

  #find(channel: string, ts: string): Posted | undefined {
    return this.messages.find((each) => each.channel === channel && each.ts === ts && !each.deleted);
  }

  #channelProblem(id: string): Channel | string {
    const channel = this.channels.get(id);
    if (channel === undefined) return "channel_not_found";
    if (channel.archived === true) return "is_archived";
    if (channel.member) return channel;
    if (channel.kind === "private") return "channel_not_found";
    return this.publicScope ? channel : "not_in_channel";
  }

  #show(open: OpenView, view: Json): Json | string {
    // Which code Slack gives is not documented: that the element needs the scope is.
    if (!this.scopes.includes("files:read") && JSON.stringify(view).includes('"file_input"')) return "missing_scope";
    const problems = this.checks ? problemsOfView(view) : [];
    if (problems.length > 0) return this.#refuse("view", problems);
    open.view = view;
    open.hash = randomUUID();
    this.views.set(open.id, open);
    return { view: { ...view, id: open.id, hash: open.hash } };
  }

  /** Shows a view that came as the answer to a form. */
  showAnswer(open: OpenView, view: Json): void {
    const shown = this.#show(open, view);
    if (typeof shown === "string") this.complaints.push(`answer to a form: ${shown}`);
  }

  #refuse(where: string, problems: string[]): string {
    this.complaints.push(`${where}: ${problems.join(", ")}`);
    return "invalid_blocks";
  }
}

function readBody(request: IncomingMessage, raw: string): Json {
  if ((request.headers["content-type"] ?? "").startsWith("application/json")) return JSON.parse(raw || "{}") as Json;
  const body: Json = {};
  for (const [key, value] of new URLSearchParams(raw))
    body[key] = /^[[{]/.test(value) ? JSON.parse(value) : value === "true" ? true : value === "false" ? false : value;
  return body;
}
