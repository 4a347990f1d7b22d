export { isPlainDate } from "#pricing";
export { type Advisor, advise, openAdvisor, resultOf, situationOf } from "./advice/advise.ts";
export { cover } from "./advice/coverage.ts";
export { workloadProblem } from "./advice/estimated.ts";
export { nextQuestion } from "./advice/next.ts";
export { why, whyNot } from "./advice/reasons.ts";
export { answerEstimate } from "./advice/request.ts";
export type { Result } from "./advice/result.ts";
export { type Answers, type Problem, readAnswers } from "./checklist/answers.ts";
export { routes } from "./checklist/ids.ts";
export { nearest } from "./checklist/nearest.ts";
export { type Bot, type BotPorts, createBot, type Reply, type Who } from "./conversation/bot.ts";
export { converse, type Draft, emptyDraft, type Turn } from "./conversation/converse.ts";
export { fitPages, type Limits, shortened } from "./conversation/fit.ts";
export type { Values } from "./conversation/read-fields.ts";
export {
  type Act,
  type Action,
  acts,
  type Block,
  type Event,
  type Field,
  type FieldOption,
  type Screen,
} from "./conversation/screen.ts";
export { countPasted } from "./conversation/workload/paste.ts";
export { byteLength } from "./estimate/tokens/bytes.ts";
export { readChat } from "./estimate/tokens/chat.ts";
export { type Counter, openCounter } from "./estimate/tokens/count.ts";
export {
  asCounted,
  type Counted,
  chatOverhead,
  type Message,
  mostBytes,
  type NotCounted,
  type TokenCounter,
  textsOf,
} from "./estimate/tokens/counted.ts";
export { openEncoding, type RankData } from "./estimate/tokens/encoding.ts";
export { countedVendors, type EncodingName, tokensOfModel } from "./estimate/tokens/models.ts";
export { brokenReply, said } from "./reception/broken.ts";
export type { Check } from "./reception/check.ts";
export type { CardMessage, Composed } from "./reception/compose.ts";
export type { Log } from "./reception/log.ts";
export type { Place, ReceptionPorts } from "./reception/ports.ts";
export { createReception, type Press, type Reception } from "./reception/reception.ts";
export { createSeen } from "./reception/seen.ts";
export { within } from "./reception/within.ts";
export { type CourierPorts, createCourier, mostTries, type Sender, type Sent } from "./records/courier.ts";
export { StoreError } from "./records/failure.ts";
export { draftDays, keepHouse } from "./records/house.ts";
export type {
  AuditEntry,
  Decision,
  DecisionLine,
  DraftRow,
  Installation,
  KeptWallet,
  Moment,
  NewPost,
  Page,
  Post,
  Reminder,
  Tenant,
} from "./records/rows.ts";
export { nobody } from "./records/rows.ts";
export type { NewDecision, Saved, Settled, Store, TenantStore } from "./records/store.ts";
export { codeOf, neverReached } from "./records/unreached.ts";
export { clean } from "./words/clean.ts";
export { countedBlocks } from "./words/counted.ts";
export { estimateAnswerBlocks } from "./words/estimate.ts";
export { explain } from "./words/explain.ts";
export { severityWords } from "./words/labels.ts";
export { plainLines, plainText, rowLines } from "./words/plain.ts";
export { findPlans, planBlocks } from "./words/plans.ts";
export { recommendationBlocks } from "./words/recommendation.ts";
export { readWords } from "./words/source.ts";
export { summarise, summaryBlocks } from "./words/summary.ts";
export { topics } from "./words/topics.ts";
