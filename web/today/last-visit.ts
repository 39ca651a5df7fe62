const KEY = 'today:seen:'

/**
 * When a person looked at the first page the last time, ISO 8601; notes this visit. Null for the first one, and where
 * the browser keeps nothing.
 */
export function lastVisit(person: string): string | null {
  try {
    const before = localStorage.getItem(KEY + person)
    localStorage.setItem(KEY + person, new Date().toISOString())
    return before
  } catch {
    return null
  }
}
