import type { Evidence, PlainDate, Row } from "#pricing";
import { dayWords } from "../market/days.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { ownFigure } from "../screen/source-words.ts";

/** What the list of plans says around its figures. */
export const planMessages = {
  columns: ["Product", "Route", "Seats", "Includes", "Price", "Read"],
  id: "Id",
  nothing: "Nothing in the catalogue is sold there. Ask for a vendor or another route.",
  noRanking:
    "Units of different vendors cannot be compared, so this is not a ranking. To price the same work, use compare.",
  closed: " (closed to new buyers)",
  models: (vendor: string) => `Models, ${vendor}`,
  seatsUnknown: "number not published",
  seats: (least: number | null, most: number | null) => {
    if (least === null && most === null) return "number not published";
    if (most === null) return `${least} or more`;
    return least === null || least === most ? `up to ${most}` : `${least} to ${most}`;
  },
  /** `660 Kling credits a month`. */
  grant: ({ amount, name, period, per, pooled }: Row["included"][number]) => {
    const units = amount === null ? `${name}, amount not published` : `${formatAmount(decimal(amount))} ${name}`;
    return `${units}${per === "seat" ? " per seat" : ""}${periods[period]}${pooled ? ", shared" : ""}`;
  },
  rate: ({ price, currency, gives }: NonNullable<Row["topUp"]["rate"]>, isMore: boolean) => {
    const count = formatAmount(decimal(gives));
    const money = currency === "USD" ? `$${price}` : `${price} ${currency}`;
    return `${money} for ${count} ${isMore ? "more " : ""}${gives === "1" ? "unit" : "units"}`;
  },
  read: (day: PlainDate | null, stale: boolean, evidence: Evidence, own: boolean) => {
    const read =
      day === null ? "never on a known day" : `${whose[evidence]}${dayWords(day)}${stale ? ", check again" : ""}`;
    return own ? `${ownFigure}, ${read}` : read;
  },
};

/** What nobody here has read is never called read. */
const whose: Record<Evidence, string> = {
  official: "",
  official_copy: "",
  quoted_official: "quoted ",
  third_party: "third party, ",
  colleague: "checked by a colleague, ",
};

const periods: Record<Row["included"][number]["period"], string> = {
  day: " a day",
  week: " a week",
  month: " a month",
  cycle: " a billing cycle",
  package: " a package",
  once: ", once",
  standing: "",
};
