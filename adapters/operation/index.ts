export { createFigures } from "./figures.ts";
export { createListener } from "./listener.ts";
