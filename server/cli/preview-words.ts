import type { ImportPreview } from '../import/index.ts'
import type { CommandLanguage } from './language.ts'

const MAX_REJECTS = 5
const MESSAGES = {
  sv: {
    against: 'Vad som talar emot, och vad det gör med siffrorna:',
    reasons: 'Skäl:',
    mapping: 'Mappning, gissad; rätta den och spara den (--save-mapping):',
    saved: (path: string) => `Mappningen är sparad i ${path}.`,
    columns: (names: string) => `Filens kolumner: ${names}`,
    nothing: (missing: string) => `Ingen mappning kunde gissas: filen visar ingen ${missing}.`,
    missing: { position: 'plats', crs: 'koordinatsystem', time: 'tid', category: 'kategori' },
    and: ' och ingen ',
    question: (column: string) => `Välj hur ${column} ska läsas, och skriv det i mappningen:`,
    counts: (read: string, accepted: string, repeated: string) =>
      `${read} rader lästa: ${accepted} skulle tas in, ${repeated} upprepar andra.`,
    rejected: (reason: string, rows: string) => `  avvisade, ${reason}: ${rows}`,
    period: (from: string, to: string) => `Period: ${from} till ${to}`,
    extent: (box: string) => `Raderna ligger inom ${box}`,
    city: (box: string) => `Staden ligger inom ${box}`,
    examples: 'De första raderna blir:',
    line: (line: number, column: string) => `  rad ${line}, ${column}: `,
    row: 'raden',
  },
  en: {
    against: 'What speaks against it, and what it does to the numbers:',
    reasons: 'Reasons:',
    mapping: 'Mapping, guessed; correct it and save it (--save-mapping):',
    saved: (path: string) => `The mapping is saved in ${path}.`,
    columns: (names: string) => `Its columns: ${names}`,
    nothing: (missing: string) => `No mapping could be guessed: the file shows no ${missing}.`,
    missing: { position: 'position', crs: 'coordinate system', time: 'time', category: 'category' },
    and: ' and no ',
    question: (column: string) => `Choose how ${column} is read, and put it in the mapping:`,
    counts: (read: string, accepted: string, repeated: string) =>
      `${read} rows read: ${accepted} would be accepted, ${repeated} repeat others.`,
    rejected: (reason: string, rows: string) => `  rejected, ${reason}: ${rows}`,
    period: (from: string, to: string) => `Period: ${from} to ${to}`,
    extent: (box: string) => `The rows lie within ${box}`,
    city: (box: string) => `The city lies within ${box}`,
    examples: 'The first rows become:',
    line: (line: number, column: string) => `  line ${line}, ${column}: `,
    row: 'the row',
  },
} as const
type Messages = (typeof MESSAGES)[CommandLanguage]

/** What a preview found, in lines: warnings first; a guessed mapping is printed whole unless it was saved. */
export function previewLines(
  preview: ImportPreview,
  language: CommandLanguage,
  savedAs: string | null = null,
): readonly string[] {
  const messages = MESSAGES[language]
  const { mapping, guessed, columns, missing } = preview
  const head = [...warnings(preview, language), ...question(preview, messages)]
  if (mapping === null) {
    const names = missing.map((part) => messages.missing[part]).join(messages.and)
    const nothing = missing.length === 0 ? [] : [messages.nothing(names)]
    return [...nothing, ...head, messages.columns(columns.join(', ')), ...rejects(preview, language)]
  }
  const printed = [messages.mapping, JSON.stringify(mapping, null, 2), '']
  const guess = savedAs === null ? printed : [messages.saved(savedAs), '']
  return [...head, ...(guessed ? guess : []), ...reasons(preview, language), ...found(preview, language)]
}

function warnings({ notices }: ImportPreview, language: CommandLanguage): readonly string[] {
  const lines = notices.filter(({ kind }) => kind === 'warning').map((notice) => `  ! ${notice[language]}`)
  return lines.length === 0 ? [] : [MESSAGES[language].against, ...lines, '']
}

function reasons({ notices }: ImportPreview, language: CommandLanguage): readonly string[] {
  const lines = notices.filter(({ kind }) => kind === 'reason').map((notice) => `  ${notice[language]}`)
  return lines.length === 0 ? [] : [MESSAGES[language].reasons, ...lines, '']
}

function question({ question: requested }: ImportPreview, messages: Messages): readonly string[] {
  if (requested === null) return []
  const readings = requested.readings.map(
    ({ timeFormat, means, from, to }) =>
      `  "timeFormat": "${timeFormat}"   ${requested.text} = ${means?.slice(0, 16) ?? '–'} (${from.slice(0, 10)} – ${to.slice(0, 10)})`,
  )
  return [messages.question(requested.column), ...readings, '']
}

function found(preview: ImportPreview, language: CommandLanguage): readonly string[] {
  const messages = MESSAGES[language]
  const { rowsRead, accepted, duplicates, rejected, categories, extent, from, to } = preview
  const number = (value: number) => value.toLocaleString(language)
  return [
    messages.counts(number(rowsRead), number(accepted), number(duplicates)),
    ...Object.entries(rejected).map(([reason, rows]) => messages.rejected(reason, number(rows))),
    ...Object.entries(categories).map(([code, rows]) => `  ${code}: ${number(rows)}`),
    ...(from === null || to === null
      ? []
      : [messages.period(`${from.slice(0, 16)}Z`, `${to.slice(0, 16)}Z`)]),
    ...(extent.file === null ? [] : [messages.extent(extent.file.join(', '))]),
    ...(extent.city === null ? [] : [messages.city(extent.city.join(', '))]),
    ...examples(preview, messages),
    ...rejects(preview, language),
  ]
}

function examples({ examples: rows }: ImportPreview, messages: Messages): readonly string[] {
  const lines = rows.flatMap((row) =>
    'reason' in row
      ? []
      : [
          `  ${row.line}: ${[row.externalId ?? '–', row.category, span(row), row.position.join(' ')].join(', ')}`,
        ],
  )
  return lines.length === 0 ? [] : [messages.examples, ...lines]
}

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} – ${to}`
}

function rejects({ rejects: rows }: ImportPreview, language: CommandLanguage): readonly string[] {
  const messages = MESSAGES[language]
  return rows
    .slice(0, MAX_REJECTS)
    .map(
      ({ line, column, reason, detail }) =>
        `${messages.line(line, column ?? messages.row)}${reason}, ${detail}`,
    )
}
