/** What a JSON object holds. */
export type Members = { readonly [key: string]: unknown }

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
