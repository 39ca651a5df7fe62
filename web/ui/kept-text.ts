import { type Signal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'

/**
 * A text input's value, stored in this browser until it is emptied: survives a reload, a sign-out and a lost
 * connection.
 *
 * @param name of the field with its subject: `decision of meeting 3`; another name has a text of its own
 */
export function useKeptText(name: string): Signal<string> {
  const key = `kept:${name}`
  const text = useMemo(() => signal(read(key)), [key])
  useEffect(() => text.subscribe((value) => write(key, value)), [text])
  return text
}

/** Whether something is typed under a name and not stored anywhere else. */
export function hasKeptText(name: string): boolean {
  return read(`kept:${name}`) !== ''
}

/** A browser may refuse storage; then nothing is stored. */
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Storage is full or refused; the text is still on the page.
  }
}
