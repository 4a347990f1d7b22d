import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** What nobody reads on a page. */
const unread = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"]);
/** Tags within a line: a price may be written with one around its cents. */
const inline = new Set(
  "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr".split(
    "|",
  ),
);

type Node = DefaultTreeAdapterTypes.Node;

/** The words of an HTML page as a person would read them, and whether it has scripts that may bring more. */
export function textOfHtml(html: string): { text: string; scripts: boolean } {
  const words: string[] = [];
  let scripts = false;
  // A stack and no recursion: a page may be nested as deep as it likes.
  const left: (Node | string)[] = [parse(html, { scriptingEnabled: false })];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === "string") words.push(next);
    else if (next.nodeName === "#text") words.push((next as DefaultTreeAdapterTypes.TextNode).value);
    else if (next.nodeName === "script") scripts = true;
    else if (!unread.has(next.nodeName) && "childNodes" in next) {
      const edge = inline.has(next.nodeName) ? "" : "\n";
      left.push(edge, ...next.childNodes.toReversed(), edge);
    }
  }
  return { text: words.join(""), scripts };
}
