export { addDays, isPlainDate, type NewReading } from "#pricing";
export { type Advisor, type AdvisorOn, openAdvisor, openAdvisors, openAdvisorThen } from "./advice/advise.ts";
export type { Estimator } from "./advice/estimator.ts";
export { answerEstimate, type EstimateAnswer } from "./advice/request.ts";
export type { ChatAdapter, ChatEntry, ChatPorts, ConfiguredChat, Env, OperatorVerb, Output } from "./app/adapter.ts";
export { createApp } from "./app/app.ts";
export type { App } from "./app/app-type.ts";
export { balanceCharts, balanceOf, balanceTexts } from "./app/balance-data.ts";
export { matchingHoldings } from "./app/balances.ts";
export type { Check } from "./app/check.ts";
export { checkFacts, officialPages } from "./app/check-facts.ts";
export { lookUpComparison } from "./app/compare.ts";
export { decisionTable } from "./app/decision-list.ts";
export { createDedupe } from "./app/dedupe.ts";
export { lookUpChecked, lookUpDue, lookUpReadings, newReadings, readVendor } from "./app/facts.ts";
export { failureReply, infoReply } from "./app/failure-reply.ts";
export { type Follow, type Interaction, type Steps, unfollowed } from "./app/follow.ts";
export { readBalance } from "./app/forms/balance-values.ts";
export { exportAll, ledgerScreen } from "./app/ledger-screens.ts";
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
export { lookUpUsage, readUsageFile, readUsageWork } from "./app/look-up-usage.ts";
export { httpMessages } from "./app/page-messages.ts";
export type { PageRead, PageReader, Unreachable } from "./app/page-reader.ts";
export { createPages, type OperatorPage, type OperatorPages } from "./app/pages.ts";
export type { CardPlace, Place } from "./app/ports.ts";
export { createReadiness } from "./app/readiness.ts";
export { readName } from "./app/rename.ts";
export { createTeamFacts } from "./app/team-facts.ts";
export { readTyped } from "./app/typed.ts";
export { estimateExamples } from "./app/typed-estimate.ts";
export { createUnderWay, type UnderWay } from "./app/under-way.ts";
export { unreachableWords } from "./app/unreachable-words.ts";
export {
  type Download,
  exportAmong,
  type FetchFile,
  type NotHad,
  type UsageRead,
  type UsageReader,
} from "./app/usage-file.ts";
export { withTimeout } from "./app/with-timeout.ts";
export type { Axis, Bar, Chart, Line, Mark } from "./chart/chart.ts";
export type { Answers } from "./checklist/answers.ts";
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
export { createAging, type Passed } from "./ledger/aging/pass.ts";
export { type ExportFormat, exportFormats, exportText } from "./ledger/export-file.ts";
export { filterKeys, stateWords } from "./ledger/filter-messages.ts";
export { isFilter, readFilter } from "./ledger/read-filter.ts";
export { listed, meant, type Side, seen } from "./ledger/sides.ts";
export { dayWords } from "./market/days.ts";
export { countFreshness, type FreshnessCount } from "./market/freshness.ts";
export type { LocalReading } from "./market/local-readings.ts";
export type { CardMessage, Composed } from "./outbox/composed.ts";
export { directChannel, directReference, personOfChannel, readDirectReference } from "./outbox/direct-channel.ts";
export { createDispatcher, type Sender, type Sent } from "./outbox/dispatcher.ts";
export { withoutPerson } from "./outbox/redraw.ts";
export { createReminding, isReminder } from "./outbox/reminding.ts";
export { codeOf, neverReached } from "./outbox/unreached.ts";
export { countedBlocks } from "./present/counted.ts";
export type { Summary } from "./present/decision-name.ts";
export { allBlocks, type Details, sectionLabel } from "./present/details/details.ts";
export { explain } from "./present/explain.ts";
export { stepTitle } from "./present/labels.ts";
export type { Basis } from "./purchase/basis.ts";
export { evaluate } from "./purchase/evaluate.ts";
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
  type ScreenFile,
  type Values,
} from "./screen/screen.ts";
export { lastReadWords } from "./screen/source-words.ts";
export type { Pass } from "./store/aging-store.ts";
export { maySee } from "./store/audience.ts";
export { type Bought, boughtOf } from "./store/bought.ts";
export { type DecisionFilter, everyDecision } from "./store/decision-filter.ts";
export { findableOf, small, wholeCents } from "./store/findable.ts";
export type { Looked, SavedHolding } from "./store/holdings.ts";
export type { Link, LinkTaken } from "./store/link.ts";
export { dayOf, nameOf, summaryOfLine } from "./store/named.ts";
export type { Outbox } from "./store/outbox.ts";
export { type Reason, readReason, type TryReason, writeReason } from "./store/reason.ts";
export { applyRetention } from "./store/retention.ts";
export type {
  Aged,
  AgingLine,
  AskedQuestion,
  AudienceChannel,
  AuditEntry,
  Channel,
  ClaimedHolding,
  ClaimedPost,
  CurrentDecision,
  Decision,
  DecisionLine,
  DraftRow,
  FactReading,
  HoldingRow,
  Installation,
  KeptReading,
  Moment,
  NewPost,
  Page,
  Platform,
  Post,
  Tenant,
  Tick,
  Viewer,
} from "./store/rows.ts";
export { installation, nobody } from "./store/rows.ts";
export { longestWait, type Settled } from "./store/settled.ts";
export { type DecisionState, decisionStates, stateOf } from "./store/state.ts";
export type {
  Judgement,
  KeptSetting,
  NewDecision,
  Saved,
  Store,
  TenantStore,
} from "./store/store.ts";
export { StoreError } from "./store/store-error.ts";
export { type Holding, holdingSchema } from "./team/holding.ts";
export type { KeptReminder } from "./team/schedule.ts";
export { mostUsageBytes } from "./usage/limits.ts";
