export { openStore, type StoreSettings } from "./open.ts";
