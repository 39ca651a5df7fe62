import type { DateColumn } from './date-columns.ts'
import { type Notice, percent, written } from '../formats/notice.ts'
import type { PreviewCounts } from './preview-tally.ts'
import { detailIn } from '../formats/messages/row-details.ts'
import { REJECT_WORDS } from './messages.ts'
import type { RejectReason } from '../formats/source-row.ts'

/** Share of rows at shared positions, or at one, from which these are hardly addresses. */
const MANY_SHARED = 0.3
const MANY_AT_ONE = 0.1
const MIN_ROWS = 20

interface Found extends PreviewCounts {
  /** The precision that all rows have; null where a column says it. */
  readonly precision: string | null
  readonly dateColumns: readonly DateColumn[]
  readonly sampled: boolean
}

/** What an import would do to the numbers, the worst first. */
export function effectNotices(found: Found): readonly Notice[] {
  return [
    ...notWhole(found),
    ...nothingAccepted(found),
    ...allOther(found),
    ...sensitiveRows(found),
    ...found.dateColumns.map(dates),
    ...coarseTimes(found),
    ...sharedPositions(found),
    ...outside(found),
  ]
}

const warning = (code: string, field: string | null, sv: string, en: string): Notice => ({
  code,
  kind: 'warning',
  field,
  sv,
  en,
})

function notWhole({ sampled, rowsRead }: Found): Notice[] {
  if (!sampled) return []
  const rows = written(rowsRead)
  return [
    warning(
      'not-whole',
      null,
      `Filen är längre: bara de första ${rows.sv} raderna är lästa, och siffrorna gäller dem.`,
      `The file is longer: only its first ${rows.en} rows were read, and the figures are theirs.`,
    ),
  ]
}

/** Why no row of a file would come in: the commonest reason, and the first row that has it. */
export function nothingAccepted({
  accepted,
  rowsRead,
  rejected,
  rejects,
}: Pick<PreviewCounts, 'accepted' | 'rowsRead' | 'rejected' | 'rejects'>): Notice[] {
  if (rowsRead === 0)
    return [
      warning(
        'no-rows',
        null,
        'Filen har inga rader: det finns inget att läsa in. Hämta den på nytt, och se efter att urvalet inte är tomt.',
        'The file has no rows: there is nothing to import. Get it again, and see that its selection is not empty.',
      ),
    ]
  const [commonest] = Object.entries(rejected).sort(([, a], [, b]) => b - a)
  if (accepted > 0 || commonest === undefined) return []
  const [reason, count] = commonest
  const words = REJECT_WORDS[reason as RejectReason]
  const first = rejects.find((row) => row.reason === reason)
  const [all, some] = [written(rowsRead), written(count)]
  const [svFirst, enFirst] =
    first === undefined
      ? ['', '']
      : [
          ` (först rad ${first.line}: ${detailIn('sv', first.detail)})`,
          ` (first line ${first.line}: ${first.detail})`,
        ]
  return [
    warning(
      'nothing-accepted',
      first?.column ?? null,
      `Ingen av filens ${all.sv} rader kan tas in. I ${some.sv} av dem ${words.sv}${svFirst}.`,
      `None of the file's ${all.en} rows can be taken in. In ${some.en} of them ${words.en}${enFirst}.`,
    ),
  ]
}

function allOther({ accepted, categories }: Found): Notice[] {
  if (accepted === 0 || categories['other'] !== accepted) return []
  return [
    warning(
      'all-other',
      'categories',
      'Alla rader blir Övrigt: ingen kategori syns på kartan.',
      'All rows become other: no category shows on the map.',
    ),
  ]
}

function sensitiveRows({ sensitive, accepted }: Found): Notice[] {
  if (sensitive === 0) return []
  const [rows, share] = [written(sensitive), percent(sensitive, accepted)]
  return [
    warning(
      'sensitive',
      'categories',
      `${rows.sv} rader (${share}) läggs som sexualbrott, som är känsliga: utanför analytikernas vy visas de bara för hela staden och år för år.`,
      `${rows.en} rows (${share}) are filed as sexual offences, which are sensitive: outside the analysts' view they show city-wide and by year alone.`,
    ),
  ]
}

function dates({ column, field, timeOfDay, rows, timed }: DateColumn): Notice {
  const [some, all] = [written(rows), written(timed)]
  const way = `"unknownTimes": {"${field}": null}`
  return warning(
    'dates-only',
    `columns.${field}`,
    `${column}: ${some.sv} av ${all.sv} tider är ${timeOfDay}, så de läses som datum utan klockslag. Är det tider, skriv ${way} i mappningen.`,
    `${column}: ${some.en} of ${all.en} times are ${timeOfDay}, so they are read as dates without a time of day. If they are times, put ${way} in the mapping.`,
  )
}

function coarseTimes({ timeKnown, accepted }: Found): Notice[] {
  const { day, month, other } = timeKnown
  const rows = (count: number) => ({ ...written(count), share: percent(count, accepted) })
  const notices: Notice[] = []
  if (day > 0) {
    const { sv, en, share } = rows(day)
    notices.push(
      warning(
        'day-only',
        null,
        `${sv} rader (${share}) har datum men inget klockslag: de räknas inte när timmar väljs.`,
        `${en} rows (${share}) have a date and no time of day: they do not count where hours are chosen.`,
      ),
    )
  }
  if (month > 0) {
    const { sv, en, share } = rows(month)
    notices.push(
      warning(
        'month-only',
        null,
        `${sv} rader (${share}) är kända till månaden: de räknas i hela månader, aldrig på veckodag eller timme.`,
        `${en} rows (${share}) are known to their month: they count in whole months, never by weekday or hour.`,
      ),
    )
  }
  if (other > 0) {
    const { sv, en, share } = rows(other)
    notices.push(
      warning(
        'longer-than-day',
        null,
        `${sv} rader (${share}) spänner över mer än ett dygn (flera dagar, kvartal, år): de räknas inte på veckodag eller timme.`,
        `${en} rows (${share}) span more than a day (several days, a quarter, a year): they do not count by weekday or hour.`,
      ),
    )
  }
  return notices
}

function sharedPositions({ positions, accepted, precision }: Found): Notice[] {
  const { atCommonest, shared } = positions
  const many = shared >= MANY_SHARED * accepted || atCommonest >= MANY_AT_ONE * accepted
  if (accepted < MIN_ROWS || !many) return []
  const offer = precision === 'address'
  const way = '"defaults": {"precision": "street"}'
  const [svWay, enWay] = offer
    ? [
        ` Är platserna ungefärliga, skriv ${way} i mappningen.`,
        ` If positions are approximate, put ${way} in the mapping.`,
      ]
    : ['', '']
  return [
    warning(
      'shared-positions',
      'defaults.precision',
      `${percent(shared, accepted)} av raderna delar plats med minst två andra, och ${percent(atCommonest, accepted)} (${written(atCommonest).sv} rader) står på en och samma.${svWay}`,
      `${percent(shared, accepted)} of the rows share their position with at least two others, and ${percent(atCommonest, accepted)} (${written(atCommonest).en} rows) stand at one and the same.${enWay}`,
    ),
  ]
}

function outside({ positions, rejected, accepted }: Found): Notice[] {
  const far = rejected['far-away'] ?? 0
  const notices: Notice[] = []
  if (positions.outside > 0) {
    const rows = written(positions.outside)
    const share = percent(positions.outside, accepted)
    notices.push(
      warning(
        'outside-city',
        null,
        `${rows.sv} rader (${share}) ligger utanför stadens studieområde.`,
        `${rows.en} rows (${share}) lie outside the city's study area.`,
      ),
    )
  }
  if (far > 0) {
    const rows = written(far)
    notices.push(
      warning(
        'far-away',
        null,
        `${rows.sv} rader ligger för långt från staden och tas inte in; är koordinatsystemet (crs) rätt?`,
        `${rows.en} rows lie too far from the city and are not taken in; is the coordinate system (crs) right?`,
      ),
    )
  }
  return notices
}
