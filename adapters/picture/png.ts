import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { density } from "./style.ts";

const require = createRequire(import.meta.url);
const fontFiles = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

/** An SVG as PNG, with the fonts that come along and no others: it looks alike on every machine. */
export function pngOf(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
  return new Resvg(svg, { fitTo: { mode: "zoom", value: density }, font }).render().asPng();
}
