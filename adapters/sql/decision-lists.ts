import {
  type CurrentDecision,
  type DecisionFilter,
  type DecisionLine,
  everyDecision,
  type Page,
  type Tenant,
  type Viewer,
} from "#core";
import { visibleTo } from "./audiences.ts";
import { readBought } from "./bought.ts";
import { isOf, stillHolds } from "./decision-filter.ts";
import { lineColumns, readLine } from "./decision-rows.ts";
import type { Engine } from "./engine.ts";
import { resultBegins } from "./summary.ts";

/** The decisions of one tenant that somebody may see, page by page. */
export function decisionListsOf({ db }: Engine, { platform, id: tenant }: Tenant) {
  /** The newest lines that somebody may see, from where a page ended; one more than fits. */
  const linesOf = (viewer: Viewer, most: number, after: string | undefined) => {
    const place = after === undefined ? undefined : readPlace(after);
    return db
      .selectFrom("decisions")
      .where("platform", "=", platform)
      .where("tenant", "=", tenant)
      .select([...lineColumns, resultBegins])
      .$if(place !== undefined, (query) =>
        query.where((where) =>
          where(where.refTuple("made_at", "id"), "<", where.tuple(place?.at ?? 0, place?.id ?? "")),
        ),
      )
      .where(visibleTo(viewer))
      .orderBy("made_at", "desc")
      .orderBy("id", "desc")
      .limit(most + 1);
  };
  return {
    async decisions(
      viewer: Viewer,
      most: number,
      after?: string,
      filter?: DecisionFilter,
    ): Promise<Page<DecisionLine>> {
      const rows = await linesOf(viewer, most, after)
        .$if(filter !== undefined, (query) => query.where(isOf(filter ?? everyDecision)))
        .execute();
      return pageOf(rows.map(readLine), most);
    },

    async current(viewer: Viewer, most: number, after?: string): Promise<Page<CurrentDecision>> {
      const rows = await linesOf(viewer, most, after).where(stillHolds).execute();
      const { items, next } = pageOf(rows.map(readLine), most);
      const bought = await readBought(
        db,
        { platform, id: tenant },
        items.map(({ id }) => id),
      );
      return { items: items.map((line) => ({ ...line, bought: bought.get(line.id) ?? null })), next };
    },
  };
}

/** One line more than fits was asked for, to know whether there is another page. */
function pageOf<T extends DecisionLine>(found: T[], most: number): Page<T> {
  const items = found.slice(0, most);
  const last = items.at(-1);
  return { items, next: found.length > most && last !== undefined ? `${last.at}.${last.id}` : null };
}

/** Where a page ended: the moment and the id of its last line. Anything else begins at the newest. */
function readPlace(place: string): { at: number; id: string } | undefined {
  const parts = /^(\d{1,16})\.(.+)$/.exec(place);
  return parts === null ? undefined : { at: Number(parts[1]), id: parts[2] ?? "" };
}
