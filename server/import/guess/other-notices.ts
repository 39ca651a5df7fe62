import type { CategoryColumnGuess } from './guess-category-column.ts'
import type { IdGuess } from './guess-id.ts'
import type { LikelySystem } from '../../engine/projection/likely-systems.ts'
import { type Notice, percent, written } from '../notice.ts'

const MAX_SHOWN = 8

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
  return [found, ...unknownTexts(unknown, rows), ...compound.map(([text, one]) => compoundText(text, one))]
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

/** Asks for the coordinate system of positions that more than one would put in the city. */
export function systemNotice(likely: readonly LikelySystem[]): Notice {
  const systems = likely.map(({ srid, reason }) => `EPSG:${srid} (${reason})`).join(', ')
  return {
    code: 'crs-undecided',
    kind: 'warning',
    field: 'crs',
    sv: `Filen säger inte i vilket koordinatsystem platserna står. Skriv det i mappningen (crs); troligast: ${systems}.`,
    en: `The file does not say in which coordinate system its positions stand. Put it in the mapping (crs); the likeliest: ${systems}.`,
  }
}
