/** What the gateway needs of pino. Never pass a refused body or a key. */
export interface Logger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}
