export { createFigures, type Figures, type FiguresPorts } from "./figures.ts";
