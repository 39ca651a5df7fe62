import type { IdGuess } from '../../formats/columns/guess-id.ts'
import { type Notice, written } from '../../formats/notice.ts'
import type { DatesGuess } from './guess-dates.ts'
import type { FieldColumns } from './guess-field-columns.ts'
import type { StatusesGuess } from './guess-statuses.ts'

const notice = (
  kind: Notice['kind'],
  code: string,
  field: string | null,
  sv: string,
  en: string,
): Notice => ({ code, kind, field, sv, en })

/** Which columns were taken for what, and which for nothing. */
export function columnNotices({ columns, nameByTexts, unused }: FieldColumns): readonly Notice[] {
  const taken = Object.entries(columns)
    .map(([field, column]) => `${column} → ${field}`)
    .join(', ')
  const list = unused.slice(0, 20).join(', ')
  return [
    ...(taken === ''
      ? []
      : [
          notice(
            'reason',
            'columns',
            'columns',
            `Kolumnerna tas efter sina namn: ${taken}.`,
            `Columns are taken by their names: ${taken}.`,
          ),
        ]),
    ...(nameByTexts === null
      ? []
      : [
          notice(
            'warning',
            'name-by-texts',
            'columns.name',
            `Ingen kolumn heter som ett namn. ${nameByTexts} tas, för den har en egen text på nästan varje rad.`,
            `No column is called after a name. ${nameByTexts} is taken, for it has a text of its own in nearly every row.`,
          ),
        ]),
    ...(unused.length === 0
      ? []
      : [
          notice(
            'reason',
            'unused',
            null,
            `Dessa kolumner används inte: ${list}.`,
            `These columns are not used: ${list}.`,
          ),
        ]),
  ]
}

/** By what a row is known again in the next delivery. */
export function idNotices(
  id: IdGuess | null,
  repeating: readonly IdGuess[],
  byTexts: boolean,
): readonly Notice[] {
  const [again] = repeating
  if (id === null) {
    const sv =
      again === undefined
        ? ''
        : ` ${again.column} tas inte: samma id kommer igen på ${written(again.repeated).sv} rader.`
    const en =
      again === undefined
        ? ''
        : ` ${again.column} is not taken: the same id comes again in ${written(again.repeated).en} rows.`
    return [
      notice(
        'warning',
        'no-id',
        'columns.externalId',
        `Ingen kolumn är ett id: en rad känns igen på sitt innehåll, så en ändrad rad i nästa leverans blir en ny.${sv}`,
        `No column is an id: a row is known by its content, so one that changes in the next delivery becomes a new one.${en}`,
      ),
    ]
  }
  const taken = notice(
    'reason',
    'id-column',
    'columns.externalId',
    `${id.column} är id: en ändrad rad i nästa leverans blir en ny version av samma objekt.`,
    `${id.column} is the id: a row that changes in the next delivery becomes a revision of the same feature.`,
  )
  if (byTexts)
    return [
      taken,
      notice(
        'warning',
        'id-by-texts',
        'columns.externalId',
        `Ingen kolumn heter som ett id. ${id.column} tas, för den har en egen kod på varje rad.`,
        `No column is called after an id. ${id.column} is taken, for it has a code of its own in every row.`,
      ),
    ]
  return id.renumbered
    ? [
        taken,
        notice(
          'warning',
          'id-renumbered',
          'columns.externalId',
          `${id.column} brukar numreras om när en fil skrivs: då känns raderna inte igen. Välj en annan kolumn om det finns.`,
          `${id.column} is usually numbered anew when a file is written: then rows are not known again. Choose another column if there is one.`,
        ),
      ]
    : [taken]
}

/** How dates are read. */
export function datesNotice({ columns, dateFormat, other }: DatesGuess): readonly Notice[] {
  if (columns.length === 0) return []
  const list = columns.join(', ')
  return [
    notice(
      'reason',
      'date-format',
      'dateFormat',
      `${list} läses som ${dateFormat}.`,
      `${list} are read as ${dateFormat}.`,
    ),
    ...(other === null
      ? []
      : [
          notice(
            'warning',
            'dates-otherwise',
            'dateFormat',
            `Inte alla datum är skrivna så: ${other}.`,
            `Not all dates are written so: ${other}.`,
          ),
        ]),
  ]
}

/** What statuses are taken for. */
export function statusNotices({ column, statuses, defaults, unknown }: StatusesGuess): readonly Notice[] {
  if (column === null)
    return [
      notice(
        'warning',
        'status-unsaid',
        'defaults.status',
        'Ingen kolumn säger status: alla kameror blir active (i drift). Ändra defaults.status om de inte är det.',
        'No column says the status: all cameras become active. Change defaults.status if they are not.',
      ),
    ]
  const meanings = Object.entries(statuses)
    .map(([text, status]) => `${text} = ${status}`)
    .join(', ')
  return [
    ...(meanings === ''
      ? []
      : [notice('reason', 'statuses', 'statuses', `Status: ${meanings}.`, `Status: ${meanings}.`)]),
    ...(unknown.length === 0
      ? []
      : [
          notice(
            'warning',
            'status-unknown',
            'statuses',
            `Säg i statuses vad detta betyder (planned, active, removed): ${unknown.join(', ')}.`,
            `Say in statuses what these mean (planned, active, removed): ${unknown.join(', ')}.`,
          ),
        ]),
    ...('status' in defaults
      ? [
          notice(
            'warning',
            'status-blank',
            'defaults.status',
            'Rader utan status blir active (i drift).',
            'Rows without a status become active.',
          ),
        ]
      : []),
  ]
}

/** Properties that every feature has and the file does not say. */
export function defaultsNotice(unsaid: readonly string[]): readonly Notice[] {
  if (unsaid.length === 0) return []
  const list = unsaid.map((name) => `defaults.${name}`).join(', ')
  return [
    notice(
      'warning',
      'required-unsaid',
      'defaults',
      `Filen säger inte ${unsaid.join(', ')}. Skriv det som gäller för alla i ${list}, eller peka ut kolumner.`,
      `The file does not say ${unsaid.join(', ')}. Put what holds for all in ${list}, or name columns.`,
    ),
  ]
}
