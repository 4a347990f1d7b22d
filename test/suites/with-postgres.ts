import { describe, inject } from "vitest";

const postgres = inject("postgres");

/** The address of the PostgreSQL of this run; empty where there is none. */
export const postgresUrl = "url" in postgres ? postgres.url : "";

/** Tests of a real PostgreSQL. Where none could be started, they are left out and their title says why. */
export function withPostgres(title: string, tests: () => void): void {
  if ("url" in postgres) describe(title, tests);
  else describe.skip(`${title} (left out: ${postgres.missing})`, tests);
}
