import { styleText } from "node:util";
import { clean } from "#core";

/** How lines are made: how wide, and whether colour may be used. */
export type Layout = { width: number; colour: boolean };

export type Style = Parameters<typeof styleText>[0];

/** Breaks a text at blanks into lines of at most `width`. A word longer than a line is left whole. */
export function wrap(text: string, width: number, indent: string, first: string = indent): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of clean(text).trim().split(/ +/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}

export function paint(style: Style, text: string, layout: Layout): string {
  return layout.colour ? styleText(style, text, { validateStream: false }) : text;
}
