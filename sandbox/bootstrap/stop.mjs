/** The newcomer has to do something: the message says what, and nothing of a stack is printed. */
export class Stop extends Error {}
