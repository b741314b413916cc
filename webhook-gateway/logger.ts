/** What the gateway needs of pino. Neither a body that was refused nor a key ever goes in. */
export interface Logger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}
