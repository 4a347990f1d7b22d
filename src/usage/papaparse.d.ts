/** As much of the library as is used: its own types come with those of Node, which the core is compiled without. */
declare module "papaparse" {
  type Parsed = {
    data: string[][];
    errors: { code: string; row?: number }[];
    meta: { delimiter: string; aborted: boolean };
  };
  const papaparse: {
    parse(text: string, options: { delimitersToGuess: string[]; skipEmptyLines: "greedy"; preview: number }): Parsed;
  };
  export default papaparse;
}
