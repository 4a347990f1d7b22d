import { writeFileSync } from "node:fs";
import { openPainter } from "../adapters/picture/index.ts";
import { pngOf } from "../adapters/picture/png.ts";
import { broken, widthOf } from "../adapters/picture/text.ts";
import { answerAll } from "./adapters/slack/steps.ts";
import type { Json } from "./wire/slack.ts";
import { openTeam } from "./wire/slack-team.ts";

/**
 * Draws docs/card.png: a card that the program posted into the Slack of the tests, with its picture, about as Slack shows it.
 * Run again when cards change: `node test/card-picture.ts`.
 */
const width = 560;
const [left, right] = [64, 20];
const room = width - left - right;
const [size, line] = [14, 20];
const ink = { strong: "#1d1c1d", quiet: "#616061", link: "#1264a3", edge: "#dddddd", primary: "#007a5a" };
const people: Readonly<Record<string, string>> = { UANA: "@Ana", UBEN: "@Ben" };

type Piece = { text: string; bold: boolean; colour: string };
type Drawn = { svg: string; height: number };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const written = (x: number, y: number, text: string, more: string) =>
  `<text x="${x}" y="${y}" font-family="Inter" xml:space="preserve" ${more}>${escaped(text)}</text>`;

function pieceOf(element: Json): Piece {
  if (element.type === "user") return { text: people[element.user_id] ?? "@somebody", bold: false, colour: ink.link };
  const colour = element.type === "link" ? ink.link : element.style?.italic === true ? ink.quiet : ink.strong;
  return { text: element.text, bold: element.style?.bold === true, colour };
}

/** Rich text: where a line ends is guessed by the widths of words, and each line is drawn in one piece. */
function richText(block: Json, top: number): Drawn {
  const lines: Piece[][] = [[]];
  let wide = 0;
  for (const element of block.elements.flatMap((section: Json) => section.elements)) {
    const { text, ...style } = pieceOf(element);
    for (const part of text.split(/(\n|(?<= ))/)) {
      const more = widthOf(part, size) * 0.95;
      if (part === "\n" || wide + more > room) {
        lines.push([]);
        wide = 0;
      }
      if (part !== "\n") lines.at(-1)?.push({ text: part, ...style });
      wide += part === "\n" ? 0 : more;
    }
  }
  const span = ({ text, bold, colour }: Piece) =>
    `<tspan font-weight="${bold ? 600 : 400}" fill="${colour}">${escaped(text)}</tspan>`;
  const svg = lines.map(
    (pieces, at) =>
      `<text x="${left}" y="${top + size + at * line}" font-family="Inter" font-size="${size}" xml:space="preserve">${pieces.map(span).join("")}</text>`,
  );
  return { svg: svg.join(""), height: lines.length * line + 6 };
}

function buttons(block: Json, top: number): Drawn {
  let [x, y] = [left, top];
  let svg = "";
  for (const { text, style } of block.elements) {
    const wide = widthOf(text.text, size) + 24;
    if (x + wide > left + room) [x, y] = [left, y + 42];
    const primary = style === "primary";
    svg += `<rect x="${x}" y="${y}" width="${wide}" height="34" rx="6" fill="${primary ? ink.primary : "#ffffff"}" stroke="${primary ? ink.primary : ink.edge}"/>`;
    const middle = `font-size="${size}" font-weight="600" text-anchor="middle" fill="${primary ? "#ffffff" : ink.strong}"`;
    svg += written(x + wide / 2, y + 22, text.text, middle);
    x += wide + 8;
  }
  return { svg, height: y - top + 50 };
}

function heading(text: string, top: number): Drawn {
  const lines = broken(text, 18, room);
  const svg = lines.map((each, at) =>
    written(left, top + 18 + at * 24, each, `font-size="18" font-weight="600" fill="${ink.strong}"`),
  );
  return { svg: svg.join(""), height: lines.length * 24 + 6 };
}

function image(png: Uint8Array, top: number): Drawn {
  const view = new DataView(png.buffer, png.byteOffset);
  const [wide, high] = [view.getUint32(16), view.getUint32(20)];
  const shown = { width: 360, height: (360 * high) / wide };
  const data = Buffer.from(png).toString("base64");
  return {
    svg: `<image x="${left}" y="${top}" width="${shown.width}" height="${shown.height}" href="data:image/png;base64,${data}"/>`,
    height: shown.height + 14,
  };
}

function draw(blocks: readonly Json[], png: Uint8Array): string {
  let y = 20;
  let svg = `<rect x="16" y="20" width="36" height="36" rx="8" fill="#0072b2"/>${written(34, 44, "$", 'font-size="20" font-weight="600" text-anchor="middle" fill="#ffffff"')}`;
  svg += written(left, y + 14, "aicost", `font-size="15" font-weight="600" fill="${ink.strong}"`);
  svg += written(left + 54, y + 14, "APP", `font-size="10" fill="${ink.quiet}"`);
  y += 28;
  for (const block of blocks) {
    const drawers: Record<string, (top: number) => Drawn> = {
      header: (top) => heading(block.text.text, top),
      rich_text: (top) => richText(block, top),
      image: (top) => image(png, top),
      actions: (top) => buttons(block, top),
    };
    const drawer = drawers[block.type];
    if (drawer === undefined) throw new Error(`no drawing for ${block.type}`);
    const { svg: more, height } = drawer(y);
    svg += more;
    y += height;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}"><rect width="100%" height="100%" fill="#ffffff"/>${svg}</svg>`;
}

const answers = {
  job: "person",
  audience: "team",
  output: ["text"],
  vendor: ["openai"],
  seats: "12",
  weekly_users: "12",
  intensity: "daily",
  team_needs: ["none"],
  enterprise_needs: ["none"],
  data: "internal",
  owner_kind: "company",
  owner: "Ben",
  "duties.all": "Ben",
};
const painter = openPainter();
let png = new Uint8Array();
const team = await openTeam({
  draw: async (charts) => {
    png = new Uint8Array(await painter.draw(charts));
    return png;
  },
});
const { ana, slack } = team;
await ana.command("");
await answerAll(ana, answers);
await ana.post("CPUBLIC01");
const blocks = () => slack.standing("CPUBLIC01")[0]?.body.blocks as Json[];
await team.rounds(() => blocks().some(({ type }) => type === "image"));
writeFileSync(new URL("../docs/card.png", import.meta.url), pngOf(draw(blocks(), png)));
await team.close();
await painter.close();
