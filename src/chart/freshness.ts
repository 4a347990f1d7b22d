import type { SourceRead } from "../market/sources.ts";
import { chartMessages as words } from "./chart-messages.ts";

/** When the pages behind the figures were last checked, and how many are to be checked again. Empty where there is no page. */
export function freshnessWords(sources: readonly SourceRead[]): string {
  if (sources.length === 0) return "";
  const days = sources.flatMap(({ readOn, confirmed }) => confirmed?.on ?? readOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const checked = first === undefined || last === undefined ? words.neverChecked : words.checked(first, last);
  const stale = new Set(sources.filter((source) => source.stale).map(({ url }) => url)).size;
  return stale === 0 ? checked : `${checked}, ${words.again(stale)}`;
}
