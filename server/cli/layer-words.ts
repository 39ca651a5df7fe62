import type { LayerImportPreview, LayerImportResult } from '../layer-imports/index.ts'
import type { CommandLanguage } from './language.ts'

const MAX_REJECTS = 5
const MESSAGES = {
  sv: {
    warnings: 'Att se över:',
    reasons: 'Skäl:',
    mapping: 'Mappning, gissad; rätta den och spara den (--save-mapping):',
    saved: (path: string) => `Mappningen är sparad i ${path}.`,
    missing: (parts: string) =>
      `Filen säger inte ${parts}: säg det i mappningen (columns, crs, defaults) eller med --default.`,
    likely: 'Troligaste koordinatsystem:',
    question: (text: string) => `Välj hur datum som ${text} ska läsas, och skriv det i mappningen:`,
    read: (rows: number, repeated: number) => `${rows} rader lästa, ${repeated} upprepar andra.`,
    would: 'Skulle bli',
    became: 'Blev',
    effects: (added: number, revised: number, unchanged: number, closed: number, absent: number) =>
      `${added} nya, ${revised} ändrade, ${unchanged} som förut, ${closed} avslutade; ${absent} saknas i filen.`,
    rejected: (reason: string, rows: number) => `  avvisade, ${reason}: ${rows}`,
    extent: (box: string) => `Raderna ligger inom ${box}`,
    city: (box: string) => `Staden ligger inom ${box}`,
    examples: 'De första raderna blir:',
    line: (line: number, column: string) => `  rad ${line}${column}: `,
    undo: (id: number) => `Ångra: lagesbild layers import --undo ${id}`,
    nothing: 'Filen säger inget nytt; inget är ändrat.',
  },
  en: {
    warnings: 'To look over:',
    reasons: 'Reasons:',
    mapping: 'Mapping, guessed; correct it and save it (--save-mapping):',
    saved: (path: string) => `The mapping is saved in ${path}.`,
    missing: (parts: string) =>
      `The file does not say ${parts}: say it in the mapping (columns, crs, defaults) or by --default.`,
    likely: 'Likeliest coordinate systems:',
    question: (text: string) => `Choose how dates such as ${text} are read, and put it in the mapping:`,
    read: (rows: number, repeated: number) => `${rows} rows read, ${repeated} repeat others.`,
    would: 'Would be',
    became: 'Were',
    effects: (added: number, revised: number, unchanged: number, closed: number, absent: number) =>
      `${added} new, ${revised} changed, ${unchanged} as before, ${closed} closed; ${absent} lacking in the file.`,
    rejected: (reason: string, rows: number) => `  rejected, ${reason}: ${rows}`,
    extent: (box: string) => `The rows lie within ${box}`,
    city: (box: string) => `The city lies within ${box}`,
    examples: 'The first rows become:',
    line: (line: number, column: string) => `  line ${line}${column}: `,
    undo: (id: number) => `Undo: lagesbild layers import --undo ${id}`,
    nothing: 'The file says nothing new; nothing was changed.',
  },
} as const
type Messages = (typeof MESSAGES)[CommandLanguage]
type Findings = LayerImportPreview | LayerImportResult

/** What a preview of a register found, in lines: what is left to say and warnings first. */
export function layerPreviewLines(
  preview: LayerImportPreview,
  language: CommandLanguage,
  savedAs: string | null,
): readonly string[] {
  const messages = MESSAGES[language]
  const { mapping, guessed, extent, examples } = preview
  const printed = guessed && mapping !== null ? [messages.mapping, JSON.stringify(mapping, null, 2), ''] : []
  return [
    ...leftToSay(preview, messages, language),
    ...noticesOf(preview, 'warning', language),
    ...(savedAs === null ? printed : [messages.saved(savedAs), '']),
    ...noticesOf(preview, 'reason', language),
    ...counts(preview, messages, messages.would),
    ...(extent.file === null ? [] : [messages.extent(extent.file.join(', '))]),
    ...(extent.city === null ? [] : [messages.city(extent.city.join(', '))]),
    ...(examples.length === 0 ? [] : [messages.examples]),
    ...examples.map(({ line, externalId, position, properties }) => {
      const said = Object.entries(properties).filter(([, value]) => value !== null)
      const values = said.map(([name, value]) => `${name}: ${written(value)}`).join(', ')
      return `  ${line}: ${externalId ?? '–'}, ${position.join(' ')}, ${values}`
    }),
  ]
}

/** What an import of a register came to, in lines. */
export function layerResultLines(result: LayerImportResult, language: CommandLanguage): readonly string[] {
  const messages = MESSAGES[language]
  return [
    ...noticesOf(result, 'warning', language),
    ...noticesOf(result, 'reason', language),
    ...counts(result, messages, messages.became),
    result.import === null ? messages.nothing : messages.undo(result.import.id),
  ]
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function leftToSay(
  { missing, likelySystems, question }: Findings,
  messages: Messages,
  language: CommandLanguage,
): readonly string[] {
  return [
    ...(missing.length === 0 ? [] : [messages.missing(missing.join(', '))]),
    ...(likelySystems.length === 0 ? [] : [messages.likely]),
    ...likelySystems.map(({ srid, reason }) => `  "crs": "EPSG:${srid}"   ${reason[language]}`),
    ...(question === null ? [] : [messages.question(question.text)]),
    ...(question?.readings ?? []).map(
      ({ dateFormat, means }) => `  "dateFormat": "${dateFormat}"   ${means}`,
    ),
  ]
}

function noticesOf(
  { notices }: Findings,
  kind: 'warning' | 'reason',
  language: CommandLanguage,
): readonly string[] {
  const mark = kind === 'warning' ? '! ' : ''
  const lines = notices
    .filter((notice) => notice.kind === kind)
    .map((notice) => `  ${mark}${notice[language]}`)
  const title = kind === 'warning' ? MESSAGES[language].warnings : MESSAGES[language].reasons
  return lines.length === 0 ? [] : [title, ...lines, '']
}

function counts(found: Findings, messages: Messages, verb: string): readonly string[] {
  const { rowsRead, repeated, rejected, rejects, added, revised, unchanged, closed, absent } = found
  return [
    messages.read(rowsRead, repeated),
    `${verb}: ${messages.effects(added, revised, unchanged, closed, absent.length)}`,
    ...Object.entries(rejected).map(([reason, rows]) => messages.rejected(reason, rows)),
    ...rejects
      .slice(0, MAX_REJECTS)
      .map(
        ({ line, column, reason, detail }) =>
          `${messages.line(line, column === null ? '' : `, ${column}`)}${reason}, ${detail}`,
      ),
  ]
}
