import type { EntryKind, EntryText } from '../entry.ts'

type ShippedText = Pick<EntryText, 'name' | 'text'> & Partial<EntryText>

/** An entry as it is written down here: what it lacks is empty. */
export interface ShippedEntry {
  readonly key: string
  readonly kind: EntryKind
  readonly sv: ShippedText
  readonly en: ShippedText
}
