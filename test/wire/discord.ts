import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { contract, problemsOfMessage, problemsOfModal } from "./discord-limits.ts";
import { calm, until } from "./team.ts";

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has any shape.
export type Json = Record<string, any>;

/** How a call is to go wrong, once. */
export type Trouble =
  | { status: number; code?: number }
  | { retryAfter: number }
  /** It is done, but only after this. */
  | { after: Promise<unknown> }
  | "hang"
  | "die after doing it";

export type Posted = { id: string; channel: string; body: Json; deleted: boolean; reference: string | null };

/** One thing that somebody did: what it was answered with, and what its message shows now. */
export type Interaction = {
  id: string;
  token: string;
  type: number;
  at: number;
  ephemeral: Json | null;
  message: { id: string; body: Json } | null;
  answers: Json[];
  /** How often the app has tried to answer, and to edit its answer, whatever came of it. */
  tries: number;
  edits: number;
};

export const token = "MTIz.abc.def";
export const application = "100000000000000001";
export const guild = "200000000000000001";
export const write = String((1n << 10n) | (1n << 11n) | (1n << 38n));

export const viewChannel = String(1n << 10n);

/** The role that everybody in the server has. */
export const everyoneRole = {
  ...{ id: guild, name: "@everyone", permissions: viewChannel, position: 0 },
  ...{ color: 0, hoist: false, managed: false },
};

/** The channel of the direct messages with somebody. */
function directPlace(person: string): string {
  return `9${person.slice(1)}`;
}

/** Whether something stands among the messages to one person, which go beside those in channels. */
export function isDirect({ channel }: { channel: string }): boolean {
  return channel.startsWith("9");
}

/**
 * A Discord on loopback, REST and gateway, that keeps state and refuses what Discord refuses: a second answer, an answer
 * after three seconds, an edit after fifteen minutes, a form on a form, too many components, channels without rights. Its
 * time passes when a test puts `ahead` forward, not by itself: a slow machine makes nothing too late.
 */
export class FakeDiscord {
  readonly messages: Posted[] = [];
  readonly interactions = new Map<string, Interaction>();
  readonly calls: { method: string; path: string; body: Json; auth: string }[] = [];
  readonly complaints: string[] = [];
  /** Told of each answer as soon as it was taken. */
  onAnswer: ((interaction: Interaction) => void) | null = null;
  /** What was attached to messages. */
  readonly files: { name: string; content: string }[] = [];
  /** Channels and what the bot may do there; null: it cannot even see it. */
  readonly channels = new Map<string, "write" | "read" | null>([
    ["300000000000000001", "write"],
    ["300000000000000002", "read"],
    ["300000000000000003", null],
  ]);
  /** Those that @everyone may view. */
  readonly open = new Set<string>();
  /** What people attached, by its path. */
  readonly uploads = new Map<string, Uint8Array>();
  commands: Json[] = [];
  /** The servers the bot is in, each with the commands it has for itself; null where it may have none. */
  readonly servers = new Map<string, Json[] | null>([[guild, []]]);
  /** Whether threads may be begun. */
  threads = true;
  /** Whether the bot may read what was written before, and so answer it. */
  history = true;
  knows = true;
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  /** Where interactions are sent, when not by the gateway. */
  endpoint: string | null = null;
  checks = true;
  readonly keys = generateKeyPairSync("ed25519");
  readonly sockets: WebSocket[] = [];
  readonly identifies: Json[] = [];
  /** How many lost connections were taken up again. */
  resumed = 0;
  readonly #troubles: { path: RegExp; trouble: Trouble }[] = [];
  readonly #nonces = new Map<string, { id: string; at: number }>();
  #server: Server | undefined;
  #gateway: WebSocketServer | undefined;
  #next = 0n;
  #sequence = 0;
  #busy = 0;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#gateway = new WebSocketServer({ server: this.#server });
    this.#gateway.on("connection", (socket) => this.#connect(socket));
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.#gateway?.close();
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()));
  }

  get port(): number {
    const address = this.#server?.address() as AddressInfo | undefined;
    return address?.port ?? 0;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  get publicKey(): string {
    return this.keys.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
  }

  trouble(path: RegExp, trouble: Trouble): void {
    this.#troubles.push({ path, trouble });
  }

  standing(channel: string): Posted[] {
    return this.messages.filter((each) => each.channel === channel && !each.deleted);
  }

  /** Somebody attaches a file: as a payload names it. */
  upload(content: Uint8Array, name: string): Json {
    const id = this.snowflake();
    const path = `/attachments/1/${id}/${encodeURIComponent(name)}`;
    this.uploads.set(path, content);
    return { id, filename: name, size: content.length, url: `http://127.0.0.1:${this.port}${path}?ex=1&is=2&hm=3` };
  }

  /** An id as Discord makes them: the time is in it. */
  snowflake(): string {
    this.#next++;
    return String((BigInt(this.#now() - 1_420_070_400_000) << 22n) + (this.#next & 4_194_303n));
  }

  #now(): number {
    return Date.now() + this.ahead;
  }

  /** Sends an event to every connected program. */
  dispatch(event: string, data: Json): void {
    for (const socket of this.sockets)
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify({ op: 0, t: event, s: ++this.#sequence, d: data }));
  }

  /** A server with its channels, as somebody who asks for the intent of guilds is told of it. */
  #serverOf(id: string): Json {
    const everyone = { ...everyoneRole, id };
    const channels = [...this.channels.keys()].map((each) => this.channelOf(each));
    return {
      id,
      unavailable: false,
      name: "Team",
      roles: [everyone],
      channels,
      members: [],
      threads: [],
      emojis: [],
      stickers: [],
    };
  }

  /** A channel as it stands in events. */
  channelOf(id: string): Json {
    const shut = { id: guild, type: 0, allow: "0", deny: viewChannel };
    return { id, guild_id: guild, type: 0, name: "general", permission_overwrites: this.open.has(id) ? [] : [shut] };
  }

  /** Lets somebody do something, and waits until the app has tried to answer. */
  async interact(payload: Json, ephemeral: Json | null = null): Promise<Interaction> {
    const interaction = await this.send(payload, ephemeral);
    await until(() => interaction.tries > 0, "the app answers an interaction");
    return interaction;
  }

  /** Lets somebody do something, and waits for nothing. */
  async send(payload: Json, ephemeral: Json | null = null): Promise<Interaction> {
    const interaction: Interaction = {
      id: this.snowflake(),
      token: `token${this.#next}`,
      type: payload.type,
      at: this.ahead,
      ephemeral,
      message: null,
      answers: [],
      tries: 0,
      edits: 0,
    };
    this.interactions.set(interaction.id, interaction);
    const sent = { ...payload, id: interaction.id, token: interaction.token, application_id: application, version: 1 };
    if (this.endpoint === null) this.dispatch("INTERACTION_CREATE", sent);
    else await this.#sendSigned(sent, interaction);
    return interaction;
  }

  /** Waits until the app, in this process, calls nothing any more. */
  calm(): Promise<void> {
    return calm(() => this.#busy);
  }

  async #sendSigned(payload: Json, interaction: Interaction): Promise<void> {
    const { status, json } = await this.sendHttp(JSON.stringify(payload));
    interaction.tries++;
    if (status !== 200 || json === null) return;
    const refused = this.#callback(interaction, json);
    if (refused !== null) this.complaints.push(`answer over HTTP: ${JSON.stringify(refused)}`);
  }

  /** The signature of a body, as if sent now, or at another time in seconds. */
  signed(body: string | Buffer, timestamp = String(Math.floor(this.#now() / 1_000))) {
    const whole = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
    return { timestamp, signature: sign(null, whole, this.keys.privateKey).toString("hex") };
  }

  async sendHttp(body: string | Buffer, more: { signature?: string; timestamp?: string } = {}) {
    const { timestamp, signature } = { ...this.signed(body, more.timestamp), ...more };
    const response = await fetch(this.endpoint ?? "", {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-signature-ed25519": signature,
        "x-signature-timestamp": timestamp,
      },
    });
    const text = await response.text();
    return { status: response.status, json: text.startsWith("{") ? (JSON.parse(text) as Json) : null };
  }

  #connect(socket: WebSocket): void {
    this.sockets.push(socket);
    const send = (body: Json) => socket.send(JSON.stringify(body));
    send({ op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(String(data)) as Json;
      if (op === 1) return send({ op: 11 });
      if (op === 6) {
        send({ op: 0, t: "RESUMED", s: ++this.#sequence, d: {} });
        this.resumed++;
        return;
      }
      if (op !== 2) return;
      this.identifies.push(d);
      if (!this.knows || d.token !== token) return socket.close(4004, "Authentication failed.");
      const user = { id: application, username: "aicost", discriminator: "0", bot: true, avatar: null };
      send({
        op: 0,
        t: "READY",
        s: ++this.#sequence,
        d: {
          v: 10,
          user,
          guilds: [...this.servers.keys()].map((id) => ({ id, unavailable: true })),
          session_id: "s1",
          resume_gateway_url: `ws://127.0.0.1:${this.port}/`,
          shard: d.shard ?? [0, 1],
          application: { id: application, flags: 0 },
        },
      });
      for (const id of this.servers.keys())
        send({ op: 0, t: "GUILD_CREATE", s: ++this.#sequence, d: this.#serverOf(id) });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#busy++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = new URL(request.url ?? "/", "http://x").pathname.replace(/^\/api\/v10/, "");
    try {
      if (path.startsWith("/attachments/")) return this.#attachment(path, request, response);
      const { body, files } = await readBody(Buffer.concat(chunks), request.headers["content-type"] ?? "");
      this.files.push(...files);
      await this.#serve(
        path,
        body,
        files.map(({ name }) => name),
        request,
        response,
      );
    } finally {
      this.#busy--;
      const [, place, first = "", second = ""] = path.split("/");
      const answered = place === "interactions" ? this.interactions.get(first) : undefined;
      const edited = place === "webhooks" ? this.#byToken(second) : undefined;
      if (answered !== undefined) {
        answered.tries++;
        this.onAnswer?.(answered);
      }
      if (edited !== undefined) edited.edits++;
    }
  }

  #attachment(path: string, { headers }: IncomingMessage, response: ServerResponse): void {
    if (headers.authorization !== undefined) this.complaints.push("a token was sent along for a file");
    const content = this.uploads.get(path);
    if (content === undefined) return void response.writeHead(404, { "content-type": "text/plain" }).end("gone");
    response.writeHead(200, { "content-type": "text/plain" }).end(content);
  }

  async #serve(
    path: string,
    body: Json,
    files: readonly string[],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const method = (request.method ?? "GET").toLowerCase();
    for (const { id, filename } of body.attachments ?? [])
      if (typeof id !== "string" || files[Number(id)] !== filename) this.complaints.push(`no file ${filename}`);
    const auth = request.headers.authorization ?? "";
    this.calls.push({ method, path, body, auth });
    const reply = (status: number, answer: unknown, headers: Record<string, string> = {}) =>
      status === 204
        ? response.writeHead(204, headers).end()
        : response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(answer));
    const at = this.#troubles.findIndex((each) => each.path.test(`${method} ${path}`));
    const trouble = at < 0 ? undefined : this.#troubles.splice(at, 1)[0]?.trouble;
    if (trouble === "hang") return;
    if (trouble === "die after doing it") {
      this.#route(method, path, body, auth);
      request.socket.destroy();
      return;
    }
    if (trouble !== undefined && "retryAfter" in trouble) {
      const headers = {
        "retry-after": String(trouble.retryAfter),
        "x-ratelimit-scope": "user",
        "x-ratelimit-reset-after": String(trouble.retryAfter),
      };
      reply(429, { message: "You are being rate limited.", retry_after: trouble.retryAfter, global: false }, headers);
      return;
    }
    if (trouble !== undefined && "after" in trouble) await this.#held(trouble.after);
    else if (trouble !== undefined) {
      reply(trouble.status, { message: "refused", code: trouble.code ?? 0 });
      return;
    }
    if (this.checks && contract !== null && method !== "get")
      for (const problem of contract(method, path, body))
        this.complaints.push(`${method} ${path.replace(/\d{5,}/g, "N")}: ${problem}`);
    const [status, answer] = this.#route(method, path, body, auth);
    reply(status, answer, {
      "x-ratelimit-limit": "50",
      "x-ratelimit-remaining": "49",
      "x-ratelimit-reset-after": "1",
      "x-ratelimit-bucket": "b",
    });
  }

  /** A call that a test holds is not on its way. */
  async #held(until: Promise<unknown>): Promise<void> {
    this.#busy--;
    await until;
    this.#busy++;
  }

  #route(method: string, path: string, body: Json, auth: string): [number, unknown] {
    const [, place, first = "", second = "", third, fourth] = path.split("/");
    if (place === "interactions") {
      const refused = this.#callback(this.interactions.get(first), body);
      return refused ?? [204, null];
    }
    if (place === "webhooks") return this.#original(second, body);
    if (!this.knows || auth !== `Bot ${token}`) return [401, { message: "401: Unauthorized", code: 0 }];
    if (path === "/gateway/bot")
      return [
        200,
        {
          url: `ws://127.0.0.1:${this.port}`,
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
        },
      ];
    if (path === "/users/@me") return [200, { id: application, username: "aicost" }];
    if (path === "/applications/@me") return [200, { id: application, name: "aicost" }];
    if (path === "/users/@me/channels") {
      const id = directPlace(String(body.recipient_id));
      this.channels.set(id, "write");
      return [200, { id, type: 1 }];
    }
    if (path === "/users/@me/guilds") return [200, [...this.servers.keys()].map((id) => ({ id, name: "x" }))];
    if (place === "applications") return this.#commands(method, second === "guilds" ? (third ?? "") : null, body);
    if (place === "channels" && second === "messages") return this.#message(method, first, third, fourth, body);
    this.complaints.push(`unknown route ${method} ${path}`);
    return [404, { message: "404: Not Found", code: 0 }];
  }

  #commands(method: string, server: string | null, body: Json): [number, unknown] {
    const has = server === null ? this.commands : this.servers.get(server);
    if (has === null || has === undefined) return [403, { message: "Missing Access", code: 50001 }];
    if (method !== "put") return [200, has];
    const written = (body as unknown as Json[]).map((each) => ({ id: "1", version: "1", ...each }));
    if (server === null) this.commands = written;
    else this.servers.set(server, written);
    return [200, written];
  }

  #callback(interaction: Interaction | undefined, body: Json): [number, Json] | null {
    if (interaction === undefined || (interaction.answers.length === 0 && this.ahead - interaction.at > 3_000))
      return [404, { message: "Unknown interaction", code: 10062 }];
    if (interaction.answers.length > 0) {
      this.complaints.push("answered twice");
      return [400, { message: "Interaction has already been acknowledged.", code: 40060 }];
    }
    const { type, data = {} } = body;
    const problems = this.#problemsOf(interaction, type, data);
    if (problems.length > 0) {
      this.complaints.push(`callback ${type}: ${problems.join(", ")}`);
      return [400, { message: "Invalid Form Body", code: 50035 }];
    }
    interaction.answers.push(body);
    if (type === 4) interaction.message = { id: this.snowflake(), body: data };
    if (type === 5) interaction.message = { id: this.snowflake(), body: {} };
    if (type === 7 && interaction.ephemeral !== null) interaction.ephemeral.body = data;
    return null;
  }

  #problemsOf(interaction: Interaction, type: number, data: Json): string[] {
    if (!this.checks) return [];
    if (type === 9) {
      if (interaction.type === 5) return ["a form on a form"];
      return problemsOfModal(data);
    }
    if ((type === 6 || type === 7) && interaction.ephemeral === null && interaction.type !== 3)
      return ["nothing to update"];
    if (type === 8) return data.choices.length > 25 ? ["too many choices"] : [];
    if (type === 5) return data.flags !== undefined && data.flags !== 64 ? ["flags of a deferred answer"] : [];
    // An edit says nothing of who sees the message.
    if (type === 7 && (data.flags & ~32_772) !== 0) return ["flags of an edit"];
    return type === 4 || type === 7 ? problemsOfMessage(data) : [];
  }

  #byToken(key: string): Interaction | undefined {
    return [...this.interactions.values()].find((each) => each.token === key);
  }

  #original(key: string, body: Json): [number, unknown] {
    const interaction = this.#byToken(key);
    if (interaction === undefined || this.ahead - interaction.at > 15 * 60_000)
      return [401, { message: "Invalid Webhook Token", code: 50027 }];
    if (interaction.answers.length === 0) return [404, { message: "Unknown Message", code: 10008 }];
    const problems = this.checks ? problemsOfMessage({ allowed_mentions: { parse: [] }, ...body }) : [];
    if ((body.flags & ~32_772) !== 0) problems.push("flags of an edit");
    if (problems.length > 0) {
      this.complaints.push(`edit: ${problems.join(", ")}`);
      return [400, { message: "Invalid Form Body", code: 50035 }];
    }
    if (interaction.message !== null) interaction.message.body = body;
    else if (interaction.ephemeral !== null) interaction.ephemeral.body = body;
    return [200, { id: "1" }];
  }

  #message(
    method: string,
    channel: string,
    id: string | undefined,
    more: string | undefined,
    body: Json,
  ): [number, unknown] {
    if (!this.channels.has(channel)) return [404, { message: "Unknown Channel", code: 10003 }];
    const may = this.channels.get(channel);
    if (may === null) return [403, { message: "Missing Access", code: 50001 }];
    if (more === "threads") {
      if (!this.threads) return [403, { message: "Missing Permissions", code: 50013 }];
      this.channels.set(id ?? "", "write");
      return [201, { id, type: 11 }];
    }
    if (may !== "write") return [403, { message: "Missing Permissions", code: 50013 }];
    if (body.message_reference !== undefined && !this.history)
      return [403, { message: "Cannot reply without permission to read message history", code: 160002 }];
    if (id === undefined) return this.#create(channel, body);
    const found = this.messages.find((each) => each.id === id && each.channel === channel && !each.deleted);
    if (found === undefined) return [404, { message: "Unknown Message", code: 10008 }];
    if (method === "delete") {
      found.deleted = true;
      return [204, null];
    }
    const problems = problemsOfMessage({ flags: found.body.flags, ...body });
    if (problems.length > 0) return this.#refuse("edit", problems);
    // What a message has attached stays, unless other files are named.
    const attached = ((body.attachments ?? found.body.attachments ?? []) as Json[]).map((each) => each.filename);
    const shown = galleriesOf(body.components ?? []).filter(
      (url) => !attached.includes(url.replace("attachment://", "")),
    );
    if (shown.length > 0) return this.#refuse("edit", [`shows ${shown.join()}, which is not attached`]);
    found.body = { ...found.body, ...body };
    return [200, { id }];
  }

  #create(channel: string, body: Json): [number, unknown] {
    const problems = problemsOfMessage(body);
    if (String(body.nonce ?? "").length > 25) problems.push("nonce");
    if (problems.length > 0) return this.#refuse("post", problems);
    const known = this.#nonces.get(body.nonce);
    if (body.enforce_nonce === true && known !== undefined && this.ahead - known.at < 180_000)
      return [200, { id: known.id }];
    const id = this.snowflake();
    this.#nonces.set(body.nonce, { id, at: this.ahead });
    this.messages.push({ id, channel, body, deleted: false, reference: body.message_reference?.message_id ?? null });
    return [200, { id }];
  }

  #refuse(where: string, problems: string[]): [number, unknown] {
    this.complaints.push(`${where}: ${problems.join(", ")}`);
    return [400, { message: "Invalid Form Body", code: 50035 }];
  }
}

/** A body as JSON, or the JSON beside files, with the names of these by their places. */
async function readBody(
  raw: Buffer,
  type: string,
): Promise<{ body: Json; files: { name: string; content: string }[] }> {
  if (!type.startsWith("multipart/form-data"))
    return { body: raw.length === 0 ? {} : JSON.parse(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  const files: { name: string; content: string }[] = [];
  for (const [name, value] of form) {
    const at = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (at !== undefined && typeof value !== "string")
      files[Number(at)] = { name: value.name, content: await value.text() };
  }
  return { body: JSON.parse(String(form.get("payload_json"))), files };
}

/** The addresses of all that is shown in galleries. */
export function galleriesOf(components: readonly Json[]): string[] {
  return components.flatMap((each) => [
    ...(each.type === 12 ? each.items.map((item: Json) => item.media.url) : []),
    ...galleriesOf(each.components ?? []),
  ]);
}
