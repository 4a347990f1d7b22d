export { widthOf } from "./limits.ts";
export { listen } from "./listen.ts";
export { localUser } from "./local-user.ts";
