export { widthOf } from "./limits.ts";
export { listen } from "./listen.ts";
