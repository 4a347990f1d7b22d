import type { QuestionId } from "../../checklist/ids.ts";

/** What words say: an option of a question. */
export type Says = readonly [question: QuestionId, option: string];

/**
 * A closed phrase. `hints`: what it says where nothing else says it. `vendors`: whose name it is as well. `unlessCustomers`: it has two readings where the result
 * is for customers.
 */
export type Phrase = {
  says: readonly Says[];
  hints?: readonly Says[];
  vendors?: readonly string[];
  unlessCustomers?: true;
};

const phrase = (question: QuestionId, option: string): Phrase => ({ says: [[question, option]] });
const trying: Phrase = {
  says: [
    ["stage", "trying"],
    ["intensity", "trying"],
  ],
};

/** Phrases with what they mean, `|` between those that mean the same. Plurals and spellings are listed, never derived. */
const listed: readonly (readonly [words: string, phrase: Phrase])[] = [
  // Who or what uses it.
  ["seat|seats|licence|licences|license|licenses", phrase("job", "person")],
  ["subscription|subscriptions|plan|plans|membership|memberships", phrase("job", "person")],
  ["in the browser|chat app|app plan|app subscription", phrase("job", "person")],
  ["app|the app|in the app|apps", { says: [["job", "person"]], unlessCustomers: true }],
  ["api|apis|the api|an api|through the api|via api|api access|api calls", phrase("job", "code")],
  ["bot|bots|chatbot|chatbots|chat bot|chat bots|slack bot|discord bot", phrase("job", "code")],
  [
    "our app|my app|in our app|mobile app|web app|app we build|app we are building|app we're building",
    phrase("job", "code"),
  ],
  ["our product|our website|our site|backend|pipeline|integration|automation|script|sdk", phrase("job", "code")],
  // Who gets it.
  ["for me|just me|only me|just for me|only for me|for myself|myself|me alone", phrase("audience", "me")],
  ["our team|my team|the team|team|for us|colleagues|my colleagues|our colleagues", phrase("audience", "team")],
  [
    "our company|my company|the company|our organisation|our organization|employees|our employees|staff|our staff",
    phrase("audience", "team"),
  ],
  [
    "customer|customers|our customers|my customers|client|clients|our clients|my clients",
    phrase("audience", "customers"),
  ],
  ["the public|end users|our end users|visitors|website visitors", phrase("audience", "customers")],
  // What comes out.
  [
    "text|texts|writing|articles|blog posts|copywriting|emails|summaries|translations|translation",
    phrase("output", "text"),
  ],
  ["chat|chats|conversation|conversations|tickets|support tickets|support chats", phrase("output", "text")],
  ["coding|code|programming|code review|write code|writing code|program code", phrase("output", "code")],
  ["image|images|picture|pictures|illustration|illustrations|photos|artwork", phrase("output", "image")],
  ["video|videos|clip|clips|video clips|video production|film|films|animation|animations", phrase("output", "video")],
  [
    "voice|voices|speech|voiceover|voiceovers|voice over|narration|text to speech|tts|audiobook|audiobooks",
    phrase("output", "voice"),
  ],
  ["music|song|songs|jingles|soundtrack|soundtracks", phrase("output", "music")],
  // What is coded with, where the name is a tool's and no product's of its own.
  ["claude code", { says: [["tools", "claude_code"]], vendors: ["anthropic"] }],
  ["codex|openai codex|codex cli", { says: [["tools", "codex"]], vendors: ["openai"] }],
  ["gemini cli", { says: [["tools", "gemini_cli"]], vendors: ["google"] }],
  ["opencode|openclaw", phrase("tools", "opencode")],
  ["litellm", phrase("tools", "litellm")],
  // How far along, and how much.
  ["prototype|prototypes|a prototype|proof of concept|poc|pilot|mvp", phrase("stage", "trying")],
  ["trial|a trial|try it out|trying it out|trying out|to try|just trying", trying],
  ["internal use|internally|internal tool|in house|inhouse|used internally", phrase("stage", "internal")],
  ["production|in production|live|live with customers", phrase("stage", "production")],
  ["daily|every day|everyday|daily use|daily work|all day", phrase("intensity", "daily")],
  [
    "hit the limit|hit the limits|hitting the limit|hitting the limits|hits the limit|hit limits|hitting limits",
    phrase("intensity", "hits_limit"),
  ],
  [
    "reach the limit|reach the limits|reaching the limit|run into the limit|run into limits|running into limits",
    phrase("intensity", "hits_limit"),
  ],
  ["steady|steady use|constant", phrase("shape", "steady")],
  ["spiky|in spikes|spikes|in bursts|bursts|bursty", phrase("shape", "spiky")],
  ["can wait|overnight|batch|in batches", phrase("can_wait", "yes")],
  ["real time|realtime|in real time", phrase("can_wait", "no")],
  // What is needed.
  ["sso|single sign on|saml", phrase("enterprise_needs", "sso")],
  ["audit log|audit logs|audit trail", phrase("enterprise_needs", "audit_logs")],
  ["invoice|invoices|invoicing|by invoice", phrase("enterprise_needs", "invoicing")],
  ["security review|security questionnaire", phrase("enterprise_needs", "security_review")],
  ["scim|provisioning|user provisioning", phrase("enterprise_needs", "provisioning")],
  ["procurement", phrase("enterprise_needs", "procurement")],
  ["dedicated support", phrase("enterprise_needs", "dedicated_support")],
  ["data retention", phrase("enterprise_needs", "data_retention")],
  ["legal terms", phrase("enterprise_needs", "legal_terms")],
  ["spend controls|spending controls", phrase("enterprise_needs", "spend_controls")],
  ["central billing", phrase("team_needs", "central_billing")],
  ["admin controls", phrase("team_needs", "admin_controls")],
  ["shared assets|shared library", phrase("team_needs", "shared_assets")],
  ["brand consistency", phrase("team_needs", "brand_consistency")],
  ["private generations", phrase("team_needs", "private_generations")],
  ["shared pool|pooled credits", phrase("team_needs", "shared_pool")],
  ["fine tuning|fine tuned model|fine tuned models", phrase("controls", "fine_tuning")],
  ["structured output|structured outputs|json output", phrase("controls", "structured_output")],
  ["system prompt|system prompts", phrase("controls", "system_prompts")],
  ["commercial use|commercial rights|commercially", phrase("rights", "yes")],
  // What goes in.
  ["public data", phrase("data", "public")],
  ["internal data", phrase("data", "internal")],
  ["confidential|confidential data|sensitive data|trade secrets", phrase("data", "confidential")],
  [
    "health data|patient data|medical data|medical records|hipaa|gdpr|regulated|regulated data",
    phrase("data", "regulated"),
  ],
];

const tight = (words: string) => words.replace(/['\u2019\s]/g, "");

/** A table of phrases by how they are written without blanks. */
export function tableOf<T>(rows: readonly (readonly [words: string, meaning: T])[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap(([words, meaning]) => words.split("|").map((each) => [tight(each), meaning] as const)));
}

/** Every closed phrase. */
export const phrases = tableOf(listed);

const set = (words: string): ReadonlySet<string> => new Set(words.split("|").map(tight));

/** Words that say nothing by themselves here: left out without a word about them. */
export const glue = set(
  "a|an|the|and|or|for|of|with|in|on|at|to|by|per|each|every|it|its|is|are|be|am|was|we|i|you|our|my|their|they|we're|i'm|i'd|we'd|" +
    "need|needs|want|wants|would|like|use|uses|using|used|have|has|get|buy|pay|paying|please|that|which|who|this|these|there|also|as|via|" +
    "through|so|make|makes|making|generate|generating|create|creating|produce|producing|build|building|run|running|do|doing|some|about|" +
    "around|roughly|approximately|circa|ca|just|only|say|support|ai|llm|model|models|hi|hello|thanks|me",
);

/** Glue beside other words of its clause; by itself between marks it is an answer. */
export const alone: ReadonlyMap<string, Phrase> = tableOf([["me", phrase("audience", "me")]]);

/** What turns round, or away from, what comes behind it: all of that up to the next mark stays as it is. */
export const negators = set(
  "not|no|non|without|never|except|excluding|instead|instead of|rather than|don't|doesn't|isn't|won't|can't|cannot|nor|neither|" +
    "from|than|unlike|besides|beyond|replace|replaces|replacing|stop|stopping|cancel|cancelling|leave|leaving|drop|dropping|avoid|if|unless",
);

/** What makes a number an end of a range whose other end nobody said. */
export const bounds = set(
  "up to|at most|at least|more than|less than|fewer than|under|over|below|above|max|maximum|min|minimum|no more than|almost|nearly",
);
