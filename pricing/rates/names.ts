/** The name of a model without the date of a snapshot: `gpt-4o-2024-08-06` and `claude-opus-5-20260801` are their models. */
export function baseName(model: string): string {
  return model.replace(/[-@](20\d{6}|20\d{2}-\d{2}-\d{2})$/, "");
}
