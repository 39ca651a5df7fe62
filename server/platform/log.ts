/** Where the product says what it does. Structured first, words second; pino satisfies it. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A log that says nothing. */
export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} }
