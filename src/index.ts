export { isPlainDate, type NewReading } from "#pricing";
export { type Advisor, type AdvisorOn, openAdvisor, openAdvisors, openAdvisorThen } from "./advice/advise.ts";
export type { Estimator } from "./advice/estimator.ts";
export { answerEstimate, type EstimateAnswer } from "./advice/request.ts";
export type { ChatAdapter, ChatEntry, ChatPorts, ConfiguredChat, Env, OperatorVerb, Output } from "./app/adapter.ts";
export { type App, createApp } from "./app/app.ts";
export type { Check } from "./app/check.ts";
export { checkFacts, officialPages } from "./app/check-facts.ts";
export { lookUpComparison } from "./app/compare.ts";
export { decisionTable, matching, stateWords } from "./app/decision-list.ts";
export { createDedupe } from "./app/dedupe.ts";
export { lookUpChecked, lookUpDue, lookUpReadings, newReadings, readVendor } from "./app/facts.ts";
export { failureReply, infoReply } from "./app/failure-reply.ts";
export { createHealth } from "./app/health.ts";
export type { Log } from "./app/log.ts";
export {
  type Found,
  lookUpAdvice,
  lookUpCard,
  lookUpCatalogue,
  lookUpDetails,
  lookUpEstimate,
  lookUpPlans,
} from "./app/look-up.ts";
export type { PageRead, PageReader, Unreachable } from "./app/page-reader.ts";
export type { CardPlace, Place } from "./app/ports.ts";
export { readName } from "./app/rename.ts";
export { createTeamFacts } from "./app/team-facts.ts";
export { readTyped } from "./app/typed.ts";
export { estimateExamples } from "./app/typed-estimate.ts";
export { createUnderWay, type UnderWay } from "./app/under-way.ts";
export { withTimeout } from "./app/with-timeout.ts";
export type { Axis, Bar, Chart, Line, Mark } from "./chart/chart.ts";
export { mayBePicked, personName, readPerson, typedName, writePerson } from "./checklist/person.ts";
export { type Bot, createBot, type Who } from "./conversation/bot.ts";
export { converse } from "./conversation/converse.ts";
export { draftOfLine } from "./conversation/one-line/begin.ts";
export type { Reply } from "./conversation/reply.ts";
export { suggestSellers } from "./conversation/sellers.ts";
export type { Standing } from "./conversation/standing.ts";
export { readChat } from "./estimate/tokens/chat.ts";
export { type Counter, openCounter } from "./estimate/tokens/count.ts";
export {
  asCounted,
  type Counted,
  chatOverhead,
  mostBytes,
  type NotCounted,
  type TokenCounter,
  textsOf,
} from "./estimate/tokens/counted.ts";
export { openEncoding, type RankData } from "./estimate/tokens/encoding.ts";
export { countedVendors, type EncodingName, tokensOfModel } from "./estimate/tokens/models.ts";
export { dayWords } from "./market/days.ts";
export { countFreshness, type FreshnessCount } from "./market/freshness.ts";
export type { LocalReading } from "./market/local-readings.ts";
export type { CardMessage } from "./outbox/card-message.ts";
export type { Composed } from "./outbox/compose.ts";
export { createDispatcher, type Sender, type Sent } from "./outbox/dispatcher.ts";
export { withoutPerson } from "./outbox/redraw.ts";
export { codeOf, neverReached } from "./outbox/unreached.ts";
export { countedBlocks } from "./present/counted.ts";
export type { Summary } from "./present/decision-name.ts";
export { allBlocks, type Details, sectionLabel } from "./present/details/details.ts";
export { explain } from "./present/explain.ts";
export { stepTitle } from "./present/labels.ts";
export { nearest } from "./quantity/nearest.ts";
export { clean } from "./screen/clean.ts";
export { typedHint } from "./screen/empty.ts";
export { type Limits, shortened } from "./screen/fit.ts";
export { plainLines, rowLines } from "./screen/plain.ts";
export {
  type Act,
  type Action,
  acts,
  type Block,
  type Event,
  type Fact,
  type Field,
  type FieldOption,
  type Screen,
  type Values,
} from "./screen/screen.ts";
export { lastReadWords } from "./screen/source.ts";
export { maySee } from "./store/audience.ts";
export { dayOf, nameOf, summaryOfLine } from "./store/named.ts";
export { applyRetention } from "./store/retention.ts";
export type {
  AudienceChannel,
  AuditEntry,
  Channel,
  ClaimedPost,
  Decision,
  DecisionLine,
  DraftRow,
  FactReading,
  Installation,
  KeptReading,
  Moment,
  NewPost,
  Page,
  Platform,
  Post,
  Reminder,
  TeamWallet,
  Tenant,
  Viewer,
} from "./store/rows.ts";
export { installation, nobody } from "./store/rows.ts";
export {
  longestWait,
  type NewDecision,
  type Saved,
  type Settled,
  type Store,
  type TenantStore,
} from "./store/store.ts";
export { StoreError } from "./store/store-error.ts";
