/** Structured log: fields first, message second; pino satisfies it. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A log that discards everything. */
export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} }
