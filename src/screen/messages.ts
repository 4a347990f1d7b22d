/** How to say in a typed field that somebody else has to be asked. */
export const askSomeoneElse = "Enter ? to ask someone else.";
