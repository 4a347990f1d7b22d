import type { Block } from "../../screen/screen.ts";
import { headings, idLabels, messages, sectionTitles } from "../recommendation-messages.ts";
import { type Section, type Subject, textBlocks, under } from "./section.ts";

/** What was answered and what is left; at its very end, for whoever looks something up, the ids behind all pages. */
export function answersSection(subject: Subject): Section {
  const { result, advisor, said } = subject;
  const { missing, complete } = result;
  const open = advisor.checklist.questions.filter(({ id }) => missing.includes(id)).map(({ text }) => text);
  return {
    id: "said",
    title: sectionTitles.said,
    count: said.length,
    blocks: [
      ...(said.length === 0 ? textBlocks([messages.noAnswers]) : [{ block: "facts" as const, facts: [...said] }]),
      ...(complete ? [] : under(headings.open, textBlocks(open))),
      { block: "text", text: complete ? messages.complete : messages.incomplete },
      ...idBlocks(subject),
    ],
  };
}

/** What only scripts and exports use. */
function idBlocks({ result }: Subject): Block[] {
  const { catalogue, wallets, purchases, findings, estimate, verify } = result;
  const picks = purchases.flatMap((each) => each.picks);
  const models = [...picks.map(({ model }) => model), ...(estimate?.lines ?? []).map(({ model }) => model)];
  const lists: [string, readonly string[]][] = [
    [idLabels.rows, [...wallets.map(({ id }) => id), ...picks.map(({ row }) => row)]],
    [idLabels.rules, findings.map(({ rule }) => rule)],
    [idLabels.checks, verify.map(({ id }) => id)],
    [idLabels.models, models.flatMap((model) => model ?? [])],
  ];
  const facts = lists
    .filter(([, ids]) => ids.length > 0)
    .map(([label, ids]) => ({ label, value: [...new Set(ids)].join(", ") }));
  return [
    { block: "heading", text: headings.ids },
    { block: "quiet", text: messages.catalogue(catalogue.version, catalogue.asOf) },
    ...(facts.length === 0 ? [] : [{ block: "facts" as const, facts }]),
  ];
}
