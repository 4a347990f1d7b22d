import type { Who } from "../conversation/bot.ts";
import type { Screen } from "../screen/screen.ts";
import { balanceScreen, balancesScreen } from "./balances.ts";
import { compareScreen } from "./compare.ts";
import { factScreen } from "./confirm-fact.ts";
import type { DecisionActions } from "./decision-actions.ts";
import { listScreen } from "./decision-list.ts";
import { createDetailed } from "./details.ts";
import { forms } from "./forms/index.ts";
import { ledgerScreen } from "./ledger-screens.ts";
import type { AppPorts, Place } from "./ports.ts";
import { catalogueScreen, estimateScreen, explainScreen, helpScreen, plansScreen } from "./reference-screens.ts";
import { namingScreen } from "./rename.ts";
import type { Reading } from "./request.ts";
import { settingsScreen } from "./settings.ts";
import { usageScreen } from "./usage-screens.ts";

/** A page of the conversation is no reading of this kind: it has a form. */
type Told = Exclude<Reading, { ask: "page" }>;

/** What is shown to somebody who only looks. */
export function createReadings(
  ports: AppPorts,
  decided: DecisionActions,
  copied: (who: Who, ticket: string) => Promise<Screen>,
): (who: Who, reading: Told, place: Place) => Screen | Promise<Screen> {
  const { advisor, typed } = ports;
  const detailed = createDetailed(ports);
  return (who, reading, place) => {
    switch (reading.ask) {
      case "help":
        return helpScreen(null, typed);
      case "plans":
        return plansScreen(reading.of, advisor(who.tenant), typed);
      case "estimate":
        return estimateScreen(reading.work, who, advisor(who.tenant), ports);
      case "compare":
        return compareScreen(reading.work, who, advisor(who.tenant), ports);
      case "explain":
        return explainScreen(reading.topic, advisor(who.tenant), typed);
      case "decisions":
        return listScreen(who, reading, place, ports);
      case "ledger":
        return ledgerScreen(who, reading.page, reading.about, place, ports);
      case "decision":
        return decided.look(who, reading.id, place);
      case "balances":
        return balancesScreen(who, reading.of, ports);
      case "balance":
        return balanceScreen(who, reading.id, ports);
      case "form":
        return forms[reading.form].show(who, reading.about, place, ports);
      case "naming":
        return namingScreen(who, reading.decision, null, place, ports);
      case "why":
        return decided.why(who, reading, place);
      case "details":
        return detailed(who, reading);
      case "check":
        return decided.check(who, reading.decision, place);
      case "copy":
        return copied(who, reading.ticket);
      case "fact":
        return factScreen(who, reading, ports);
      case "catalogue":
        return catalogueScreen(advisor(who.tenant));
      case "usage":
        return usageScreen(who, reading.id, ports);
      case "settings":
        return settingsScreen(who, place, ports);
    }
  };
}
