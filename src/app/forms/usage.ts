import type { Screen } from "../../screen/screen.ts";
import { infoScreen, textBlock } from "../ports.ts";
import { usageFileMessages } from "../usage-file-messages.ts";
import { takeUsage } from "../usage-screens.ts";
import { type Form, once, typedInto } from "./form.ts";

const words = usageFileMessages.form;

/** Takes a usage export. About nothing. */
export const usage: Form = {
  async show() {
    return asking(null);
  },
  async fill(who, _, values, __, ports) {
    const address = typedInto(values, "file");
    return address === "" ? { ...once(asking(words.empty)), reading: formReading } : takeUsage(who, address, ports);
  },
};

const formReading = { ask: "form", form: "usage", about: "" } as const;

function asking(problem: string | null): Screen {
  const body = [textBlock(words.kinds), { block: "quiet" as const, text: words.about }];
  return {
    ...infoScreen("usage-file", usageFileMessages.title, body, [
      { action: "next", label: words.button, opens: words.opens },
    ]),
    fields: [
      {
        field: "file",
        id: "file",
        label: words.label,
        hint: words.hint,
        value: null,
        empty: "none",
        mayAsk: false,
        problem,
      },
    ],
  };
}
