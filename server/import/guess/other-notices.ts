import { chapterOfCode } from './category-codes.ts'
import type { CategoryColumnGuess } from './guess-category-column.ts'
import type { IdGuess } from '../../formats/columns/guess-id.ts'
import type { LikelySystem } from '../../engine/projection/likely-systems.ts'
import type { Texts } from '../../engine/texts.ts'
import { type Notice, percent, written } from '../../formats/notice.ts'

const MAX_SHOWN = 8
const MAX_HEADER = 40
const MAX_SYSTEMS = 4

/** What speaks for a guess of the category, and what against it. */
export function categoryNotices(guess: CategoryColumnGuess | null, rows: number): readonly Notice[] {
  const field = 'columns.category'
  if (guess === null)
    return [
      {
        code: 'category-missing',
        kind: 'warning',
        field,
        sv: 'Ingen kolumn säger vad som hände: alla rader blir Övrigt. Nämn kolumnen i mappningen (columns.category, categories).',
        en: 'No column says what happened: all rows become other. Name the column in the mapping (columns.category, categories).',
      },
    ]
  const texts = [...guess.texts]
  const unknown = texts.filter(([, { known }]) => !known).sort(([, a], [, b]) => b.rows - a.rows)
  const compound = texts.filter(([, one]) => one.compound.length > 0)
  const found: Notice = {
    code: 'category-column',
    kind: 'reason',
    field,
    sv: `Kategorin tas ur ${guess.column}: ${written(texts.length - unknown.length).sv} av ${written(texts.length).sv} texter är kända.`,
    en: `The category is taken from ${guess.column}: ${written(texts.length - unknown.length).en} of ${written(texts.length).en} texts are known.`,
  }
  return [
    found,
    ...chapters(guess),
    ...unknownTexts(unknown, rows),
    ...compound.map(([text, one]) => compoundText(text, one)),
  ]
}

/** A chapter holds several kinds of offences: what its codes were read as is said. */
function chapters({ column, texts }: CategoryColumnGuess): readonly Notice[] {
  const read = new Map<string, { code: string; rows: number }>()
  for (const [text, { code, known, rows }] of texts) {
    const chapter = known ? chapterOfCode(column, text) : null
    if (chapter !== null) read.set(chapter, { code, rows: rows + (read.get(chapter)?.rows ?? 0) })
  }
  if (read.size === 0) return []
  const list = [...read].sort(([a], [b]) => Number(a) - Number(b))
  const said = (language: 'sv' | 'en') =>
    list
      .map(([chapter, { code, rows }]) => `${chapter} kap. → ${code} (${written(rows)[language]})`)
      .join(', ')
  return [
    {
      code: 'category-chapters',
      kind: 'warning',
      field: 'categories',
      sv: `${column} läses efter kapitel i brottsbalken, och ett kapitel rymmer flera slags brott (8 kap. även inbrott och rån): ${said('sv')}. Rätta de koder som är annat i mappningen (categories).`,
      en: `${column} is read by the chapters of the Penal Code, and a chapter holds several kinds of offences (8 kap. burglary and robbery as well): ${said('en')}. Put the codes that are something else right in the mapping (categories).`,
    },
  ]
}

function unknownTexts(
  unknown: readonly (readonly [string, { readonly rows: number }])[],
  rows: number,
): readonly Notice[] {
  if (unknown.length === 0) return []
  const affected = unknown.reduce((sum, [, one]) => sum + one.rows, 0)
  const shown = unknown.slice(0, MAX_SHOWN).map(([text, one]) => `${text} (${one.rows})`)
  const list = unknown.length > MAX_SHOWN ? `${shown.join(', ')}, …` : shown.join(', ')
  return [
    {
      code: 'category-unknown',
      kind: 'warning',
      field: 'categories',
      sv: `${written(affected).sv} rader (${percent(affected, rows)}) blir Övrigt, för att deras typ inte är känd: ${list}.`,
      en: `${written(affected).en} rows (${percent(affected, rows)}) become other, since their type is not known: ${list}.`,
    },
  ]
}

function compoundText(
  text: string,
  {
    code,
    compound,
    rows,
  }: { readonly code: string; readonly compound: readonly string[]; readonly rows: number },
): Notice {
  return {
    code: 'category-compound',
    kind: 'warning',
    field: 'categories',
    sv: `”${text}” (${written(rows).sv} rader) är flera slags händelser, ${compound.join(' och ')}, och läggs som ${code}.`,
    en: `"${text}" (${written(rows).en} rows) is several kinds of incidents, ${compound.join(' and ')}, and is filed as ${code}.`,
  }
}

/** What speaks for a guess of the id, and what against it. */
export function idNotices(id: IdGuess | null, repeating: readonly IdGuess[]): readonly Notice[] {
  const field = 'columns.externalId'
  const left: Notice[] = repeating.map(({ column, repeated }) => ({
    code: 'id-repeats',
    kind: 'warning',
    field,
    sv: `${column} tas inte som id: ${written(repeated).sv} rader har ett som redan har kommit.`,
    en: `${column} is not taken as the id: ${written(repeated).en} rows have one that has come before.`,
  }))
  if (id === null) {
    return [
      ...left,
      {
        code: 'id-missing',
        kind: 'warning',
        field,
        sv: 'Ingen kolumn är ett id: raderna känns igen på sitt innehåll, så en ändrad rad i en senare fil blir en ny händelse.',
        en: 'No column is an id: rows are known by their content, so a changed row of a later file becomes a new incident.',
      },
    ]
  }
  const found: Notice = {
    code: 'id-column',
    kind: 'reason',
    field,
    sv: `${id.column} skiljer raderna åt${id.blank > 0 ? `; ${written(id.blank).sv} rader har inget och känns igen på sitt innehåll` : ''}.`,
    en: `${id.column} tells the rows apart${id.blank > 0 ? `; ${written(id.blank).en} rows have none and are known by their content` : ''}.`,
  }
  if (!id.renumbered) return [found, ...left]
  return [
    found,
    {
      code: 'id-renumbered',
      kind: 'warning',
      field,
      sv: `${id.column} numreras ofta om när filen skrivs på nytt: i nästa fil kan samma nummer vara en annan händelse, och den skrivs då över.`,
      en: `${id.column} is often numbered anew when the file is written again: in the next file the same number may be another incident, which is then overwritten.`,
    },
    ...left,
  ]
}

/** Warns of columns that are called by the other coordinate than the one that they hold. */
export function exchangedNotice(x: string, y: string): Notice {
  return {
    code: 'axes-exchanged',
    kind: 'warning',
    field: 'columns.x',
    sv: `${y} håller latituder och ${x} longituder, tvärtemot vad de heter: så läst ligger platserna i staden.`,
    en: `${y} holds latitudes and ${x} longitudes, against what they are called: read so, the positions lie in the city.`,
  }
}

/** Of a text in which no delimiter cuts the lines: fields of fixed width, prose, or another kind of file. */
export function singleColumn(header: string): Notice {
  const shown = header.length > MAX_HEADER ? `${header.slice(0, MAX_HEADER)}…` : header
  return {
    code: 'single-column',
    kind: 'warning',
    field: 'csv.delimiter',
    sv: `Filen läses som en enda kolumn (”${shown}”): inget skiljetecken delar raderna. Är det en tabell med fasta bredder eller ett annat slags fil, öppna den i det program som skrev den och spara som CSV.`,
    en: `The file is read as a single column ("${shown}"): no delimiter cuts its lines. If it is a table of fixed widths or another kind of file, open it in the program that wrote it and save it as CSV.`,
  }
}

/** Asks for the coordinate system of positions that more than one would put in the city, or none. */
export function systemNotice(likely: readonly LikelySystem[]): Notice {
  const systems = (language: keyof Texts) =>
    likely
      .slice(0, MAX_SYSTEMS)
      .map(({ srid, name, place }) => `EPSG:${srid} (${name}) ${place[language]}`)
      .join('; ')
  return {
    code: 'crs-undecided',
    kind: 'warning',
    field: 'crs',
    sv: `Filen säger inte i vilket koordinatsystem platserna står. Skriv det i mappningen (crs). De skulle ligga: som ${systems('sv')}.`,
    en: `The file does not say in which coordinate system its positions stand. Put it in the mapping (crs). They would lie: as ${systems('en')}.`,
  }
}
