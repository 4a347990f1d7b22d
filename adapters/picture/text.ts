/** About how wide a character of Inter is, in parts of its size; rather too wide than too narrow. */
function partOf(character: string): number {
  if (/[ .,:;'|!ijlI()[\]]/.test(character)) return 0.33;
  if (/[frt-]/.test(character)) return 0.42;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[A-Z$0-9&+]/.test(character)) return 0.69;
  return /[ -~]/.test(character) ? 0.59 : 1;
}

/** How many dots a text takes at a size. Only a guess: nothing here can measure a font. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + partOf(character) * size, 0);
}

/** Breaks a text into lines that fit; a word that is too long for one is broken too. At most `most` lines, the last then cut. */
export function broken(text: string, size: number, room: number, most = 3): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, size, room))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, size) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`];
}

function pieces(word: string, size: number, room: number): string[] {
  const found: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && widthOf(piece + character, size) > room) {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...found, piece];
}
