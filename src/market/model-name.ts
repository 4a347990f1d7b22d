/** What people call a model: its key without the vendor. `openai:gpt-4o` is `gpt-4o`. */
export function modelName(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
