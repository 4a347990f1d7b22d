import type { Row } from "#pricing";
import type { QuestionId } from "../checklist/ids.ts";
import type { Edge } from "../market/market.ts";
import { edgeSource, rowSource } from "../market/sources.ts";
import { chosenLabels } from "./reasons.ts";
import type { VerifyItem } from "./result.ts";
import type { Situation } from "./situation.ts";

/** The seven things to verify before paying (003:102), each with what is known of it and from where. */
export function verifyList(situation: Situation): VerifyItem[] {
  return [
    fromWallets("VF-1", "The billing unit", "unit", (row) => (row.unit === null ? null : row.unitName), situation),
    said("VF-2", "Who owns the account", "owner_kind", situation),
    fromWallets("VF-3", "Which balance drains", undefined, (row) => row.product, situation),
    fromWallets(
      "VF-4",
      "Whether unused allowance expires",
      "expiry",
      (row) => (row.expiry.answer === null ? null : row.expiry.text),
      situation,
    ),
    fromWallets(
      "VF-5",
      "What happens at zero",
      "at_zero",
      (row) => (row.atZero.answer === null ? null : row.atZero.text),
      situation,
    ),
    connected(situation),
    controls(situation),
  ];
}

/** Known only when every wallet in question tells it. What the person says goes first. */
function fromWallets(
  id: string,
  item: string,
  question: QuestionId | undefined,
  tell: (row: Row) => string | null,
  situation: Situation,
): VerifyItem {
  const answer = question === undefined ? undefined : chosenLabels(question, situation);
  if (answer !== undefined) return { id, item, status: "said", value: answer, sources: [], who: null };
  const rows = situation.wallets.map((wallet) => wallet.row);
  const told = rows.map((row) => ({ row, text: tell(row) }));
  const sources = rows.map((row) => rowSource(row, situation.market));
  const known = told.length > 0 && told.every((each) => each.text !== null);
  const value = told.flatMap(({ row, text }) =>
    text === null ? [] : [rows.length > 1 && item !== "Which balance drains" ? `${row.product}: ${text}` : text],
  );
  return {
    id,
    item,
    status: known ? (sources.some((source) => source.stale) ? "stale" : "read") : "open",
    value: value.length > 0 ? value.join("; ") : null,
    sources,
    who: null,
  };
}

function said(id: string, item: string, question: "owner_kind", situation: Situation): VerifyItem {
  const answer = situation.answer(question);
  const owner = situation.answer("owner");
  const who =
    owner === undefined
      ? null
      : typeof owner === "string"
        ? owner
        : [owner.seats, owner.api].filter(Boolean).join(", ");
  return {
    id,
    item,
    status: answer === undefined ? "open" : "said",
    value: answer ?? null,
    sources: [],
    who: who || null,
  };
}

/** A page that the person names is shown as theirs; the catalogue's own pages decide what is kept apart. */
function connected(situation: Situation): VerifyItem {
  const item = "Whether API and app are connected";
  const { market } = situation;
  const between = situation.pairs.flatMap(([one, other]) => market.edgesBetween(one.id, other.id));
  const edges = between.length > 0 ? between : edgesToOtherSide(situation);
  const link = situation.answer("link");
  const claimed = typeof link === "object" ? `You name a page, read on ${link.readOn}: ${link.url}` : null;
  if (edges.length === 0)
    return { id: "VF-6", item, status: claimed === null ? "open" : "said", value: claimed, sources: [], who: null };
  const read = new Map(edges.map((edge) => [`${edge.url} ${edge.readOn}`, edgeSource(edge, market)]));
  const sources = [...read.values()];
  const status = sources.some((source) => source.stale) ? "stale" : "read";
  const value = [...new Set(edges.map((edge) => edge.says)), ...(claimed === null ? [] : [claimed])].join(" ");
  return { id: "VF-6", item, status, value, sources, who: null };
}

/**
 * Where only one side of a vendor is in play, what is known between it and the vendor's other side: whether a plan pays
 * for its API is answered by the same pages, whether or not the API was chosen as well.
 */
function edgesToOtherSide({ wallets, market }: Situation): Edge[] {
  const all = market.edgesOf(new Set(market.catalogue.vendors.map((vendor) => vendor.id)));
  const ends = ({ from, to }: Edge) => [market.row(from), market.row(to)];
  const across = all.filter((edge) => {
    const sides = ends(edge).map(sideOf);
    return sides[0] !== sides[1] && (sides.includes("api") || !sides.includes(null));
  });
  return wallets.flatMap(({ row }) => {
    const own = across.filter(({ from, to }) => from === row.id || to === row.id);
    const ofVendor = (edges: Edge[]) => edges.filter((edge) => ends(edge).every((end) => end?.vendor === row.vendor));
    const both = ofVendor(across).filter((edge) => !ends(edge).map(sideOf).includes(null));
    // One company may sell under two names: then the other side is another vendor's.
    const known = [ofVendor(own), sideOf(row) === null ? [] : both, own].find((edges) => edges.length > 0) ?? [];
    // An older page beside a fresh one says nothing that the fresh one does not.
    const fresh = known.filter((edge) => !market.isStale(edge));
    return fresh.length > 0 ? fresh : known;
  });
}

function sideOf(row: Row | undefined): "app" | "api" | null {
  if (row === undefined) return null;
  switch (row.route) {
    case "app_subscription":
    case "team_workspace":
      return "app";
    case "api_meter":
    case "usage_package":
      return "api";
    case "prepaid_credits":
    case "enterprise_contract":
      return null;
  }
}

function controls(situation: Situation): VerifyItem {
  const item = "Whether team or enterprise controls are required";
  const asked = situation.checklist.questions.filter(
    ({ id }) => (id === "team_needs" || id === "enterprise_needs") && situation.asked(id) === true,
  );
  const needs = asked.flatMap(({ id, kind }) => {
    const given = situation.options(id) ?? [];
    return kind.type === "choices"
      ? kind.options.filter((option) => option.id !== "none" && given.includes(option.id))
      : [];
  });
  const answered = asked.every(({ id }) => situation.options(id) !== undefined);
  const labels = needs.map((option) => option.label).join(", ");
  const value = asked.length === 0 ? "no: it is for one person" : labels || (answered ? "none" : null);
  return { id: "VF-7", item, status: value === null ? "open" : "said", value, sources: [], who: null };
}
