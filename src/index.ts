export { isPlainDate } from "#pricing";
export { type Advisor, advise, openAdvisor, openAdvisors, resultOf, situationOf } from "./advice/advise.ts";
export { cover } from "./advice/coverage.ts";
export { workloadProblem } from "./advice/estimated.ts";
export type { Estimator } from "./advice/estimator.ts";
export { nextQuestion } from "./advice/next.ts";
export { why, whyNot } from "./advice/reasons.ts";
export { answerEstimate, type EstimateAnswer } from "./advice/request.ts";
export type { Result } from "./advice/result.ts";
export type { ChatAdapter, ChatEntry, ChatPorts, ConfiguredChat, Env, OperatorVerb, Output } from "./app/adapter.ts";
export { type App, createApp, type Press } from "./app/app.ts";
export type { Check } from "./app/check.ts";
export { createDedupe } from "./app/dedupe.ts";
export { failureReply, said } from "./app/failure-reply.ts";
export type { Log } from "./app/log.ts";
export type { AppPorts, Place } from "./app/ports.ts";
export { withTimeout } from "./app/with-timeout.ts";
export { type Answers, type Problem, readAnswers } from "./checklist/answers.ts";
export { routes } from "./checklist/ids.ts";
export { type Bot, type BotPorts, createBot, type Reply, type Who } from "./conversation/bot.ts";
export { converse, type Turn } from "./conversation/converse.ts";
export type { Values } from "./conversation/read-fields.ts";
export { countPasted } from "./conversation/workload/paste.ts";
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
export type { CardMessage, Composed } from "./outbox/compose.ts";
export { createDispatcher, type DispatcherPorts, mostTries, type Sender, type Sent } from "./outbox/dispatcher.ts";
export { codeOf, neverReached } from "./outbox/unreached.ts";
export { countedBlocks } from "./present/counted.ts";
export { estimateAnswerBlocks } from "./present/estimate-blocks.ts";
export { explain } from "./present/explain.ts";
export { findPlans, planBlocks } from "./present/plans.ts";
export { recommendationBlocks } from "./present/recommendation.ts";
export { summarise, summaryBlocks } from "./present/summary.ts";
export { topics } from "./present/topics.ts";
export { nearest } from "./quantity/nearest.ts";
export { clean } from "./screen/clean.ts";
export { fitPages, type Limits, shortened } from "./screen/fit.ts";
export { plainLines, plainText, rowLines } from "./screen/plain.ts";
export {
  type Act,
  type Action,
  acts,
  type Block,
  type Event,
  type Field,
  type FieldOption,
  type Screen,
} from "./screen/screen.ts";
export { severityWords } from "./screen/severity.ts";
export { lastReadWords } from "./screen/source.ts";
export { applyRetention, draftDays } from "./store/retention.ts";
export type {
  AuditEntry,
  Decision,
  DecisionLine,
  DraftRow,
  Installation,
  Moment,
  NewPost,
  Page,
  Platform,
  Post,
  Reminder,
  TeamWallet,
  Tenant,
} from "./store/rows.ts";
export { type Draft, emptyDraft, nobody } from "./store/rows.ts";
export type { NewDecision, Saved, Settled, Store, TenantStore } from "./store/store.ts";
export { StoreError } from "./store/store-error.ts";
