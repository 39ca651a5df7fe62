import { IMPORT_STATES, type PresentedStatus } from '../import/index.ts'
import type { CommandLanguage } from './language.ts'

/** A whole number with thousands marked. */
export function count(value: number, language: CommandLanguage = 'en'): string {
  return value.toLocaleString(language)
}

type Counts = Record<'rowsRead' | 'accepted' | 'revised' | 'duplicates' | 'rejected', string>

const MESSAGES = {
  sv: {
    failed: (id: number, why: string) => `Import ${id} misslyckades och lämnade inget efter sig: ${why}`,
    noReason: 'ingen orsak är känd',
    undone: (id: number) => `Import ${id} är ångrad.`,
    done: (id: number, n: Counts) =>
      `Import ${id}: ${n.rowsRead} rader lästa, ${n.accepted} intagna (${n.revised} av dem ändringar), ${n.duplicates} kända redan, ${n.rejected} avvisade.`,
    dates: (field: string, time: string) =>
      `Tiderna ${time} i ${field} lästes som datum: nästan alla är sådana.`,
    rejects: (id: number) => `De avvisade raderna, med orsak: lagesbild import --rejects ${id}`,
    progress: (rows: string, state: PresentedStatus['state']) => `${rows} rader, ${IMPORT_STATES[state].sv}`,
  },
  en: {
    failed: (id: number, why: string) => `Import ${id} failed and left nothing behind: ${why}`,
    noReason: 'no reason is known',
    undone: (id: number) => `Import ${id} is undone.`,
    done: (id: number, n: Counts) =>
      `Import ${id}: ${n.rowsRead} rows read, ${n.accepted} accepted (${n.revised} of them revisions), ${n.duplicates} known already, ${n.rejected} rejected.`,
    dates: (field: string, time: string) =>
      `Times of ${field} at ${time} were read as dates: nearly all of them are.`,
    rejects: (id: number) => `The rejected rows, with reasons: lagesbild import --rejects ${id}`,
    progress: (rows: string, state: PresentedStatus['state']) => `${rows} rows, ${IMPORT_STATES[state].en}`,
  },
} as const

/** How far an import is, in a line. */
export function progressText(
  { rowsRead, state }: Pick<PresentedStatus, 'rowsRead' | 'state'>,
  language: CommandLanguage,
): string {
  return MESSAGES[language].progress(count(rowsRead, language), state)
}

/** What an import came to, in lines. */
export function statusLines(status: PresentedStatus, language: CommandLanguage): readonly string[] {
  const messages = MESSAGES[language]
  const { id, state, rowsRead, accepted, revised, rejected, duplicates, unknownTimes, error } = status
  if (state === 'failed') return [messages.failed(id, error ?? messages.noReason)]
  if (state === 'undone') return [messages.undone(id)]
  const number = (value: number) => count(value, language)
  const counts = {
    rowsRead: number(rowsRead),
    accepted: number(accepted),
    revised: number(revised),
    duplicates: number(duplicates),
    rejected: number(rejected),
  }
  const lines = [
    messages.done(id, counts),
    ...Object.entries(unknownTimes).map(([field, time]) => messages.dates(field, time)),
  ]
  return rejected === 0 ? lines : [...lines, messages.rejects(id)]
}
