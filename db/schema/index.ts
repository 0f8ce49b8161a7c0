export * from "./desk.ts";
export * from "./mail.ts";
export * from "./mailboxes.ts";
export * from "./people.ts";
export * from "./tickets.ts";
export * from "./work.ts";
