/** A person has to do something first. The message says what; no stack is printed. */
export class Stop extends Error {}
