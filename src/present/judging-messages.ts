/** What people read when a decision is approved or declined. */
export const judgingMessages = {
  approvedBy: "Approved by",
  declinedBy: "Declined by",
  declinedTitle: (title: string) => `Declined: ${title}`,
  approved: "Approved",
  declined: "Declined",
  reason: "Reason",
  somebody: "Somebody who was forgotten",
  oneMore: "One more person has to approve.",
  /** How many of the things to verify nobody ticked, and which. */
  unticked: (left: number, all: number) => `${left} of ${all} checks before paying were not ticked.`,
  untickedItems: (items: readonly string[]) => `Not ticked: ${items.join(" ")}`,
  tick: (item: string) => `Tick: ${item}`,
  untick: (item: string) => `Remove tick: ${item}`,
  youApproved: (name: string) => `You approved ${name}.`,
  youDeclined: (name: string) => `You declined ${name}.`,
  already: (name: string) => `You have approved this already: ${name}.`,
  alreadyDeclined: "This is declined already. Edit it to ask again.",
  alreadyApproved: "This is approved already. Edit it if it has to change.",
  /** Asked of who would approve something while a part of it is open. */
  stillOpen: {
    title: (open: number) => `Approve with ${open} ${open === 1 ? "thing" : "things"} open?`,
    unanswered: (question: string) => `Not answered: ${question}`,
    rest: (count: number) => `There are ${count} more. Details on the card shows all of them.`,
    approve: "Approve anyway",
  },
  notYours: {
    title: "You cannot approve this",
    who: "May approve",
    words: "Only the owner of the budget and the team's approvers can approve or decline.",
  },
  noJudge: {
    title: "Nobody can approve this yet",
    words: "No owner was picked and the team has no approvers. Pick an owner with Edit, or name approvers in Settings.",
  },
  own: {
    title: "This is your own",
    words: "Someone else must approve it. If you own the budget yourself, name approvers in Settings.",
  },
  declining: {
    title: "Decline",
    label: "Why?",
    hint: "The card and its thread show it.",
    button: "Decline",
    empty: "Enter a reason, such as: we have 12 unused seats already.",
    long: (length: number, most: number) => `This reason has ${length} characters. Enter at most ${most}.`,
  },
  /** To the owner, by direct message. */
  needsYou: {
    title: "Your approval is needed",
    asks: "Asked by",
    words: (name: string) => `${name}.`,
    open: "It has open points. The card lists them.",
  },
  settled: "Thank you. The card shows it.",
  passed: "This is decided. Nothing is needed from you.",
} as const;
