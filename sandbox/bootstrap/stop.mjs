/** A person has to act first. The message says how; no stack trace is printed. */
export class Stop extends Error {}
