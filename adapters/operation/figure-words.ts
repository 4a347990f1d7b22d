/** What each figure counts, as Prometheus shows it. */
export const figureWords = {
  interactions: "Interactions by the worst line that they left in the log: answered, ignored, warned or failed.",
  acknowledged:
    "Seconds from when an interaction was heard until its platform had the first answer. Three are allowed.",
  posts: "Posts by how a try ended: sent, waiting to be tried again, parked, unknown or dropped.",
  reminders: "Reminders of what expires, renews or runs out that reached a person or a channel.",
  depth: "Posts that are not done, of all processes: waiting, sending, parked for a person, or of unknown outcome.",
  age: "For how long the post is due that waits longest; 0 where none is due.",
  facts: "Rows and connections of the catalogue by whether their last reading still counts as fresh.",
} as const;
