export { openTokenCounter } from "./counter.ts";
