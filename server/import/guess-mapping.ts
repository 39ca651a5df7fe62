import type { ImportMappingInput } from './import-mapping.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { FileProfile } from './guess/file-profile.ts'
import { guessCategoryColumn } from './guess/guess-category-column.ts'
import { guessId } from '../formats/columns/guess-id.ts'
import { guessTimes, type TimesGuess } from './guess/guess-times.ts'
import {
  categoryNotices,
  exchangedNotice,
  idNotices,
  singleColumn,
  systemNotice,
} from './guess/other-notices.ts'
import { findNearTexts } from './guess/near-texts.ts'
import { timeNotices } from './guess/time-notices.ts'
import { coordinateSystem } from '../engine/projection/coordinate-systems.ts'
import { rounded, unplaced } from './guess/position-notices.ts'
import { swappedDates } from './guess/swapped-dates.ts'
import { textNotices } from './guess/text-notices.ts'
import { unreadClocks, unreadCounts, unreadTimes } from './guess/unread-notices.ts'
import {
  calledPositions,
  guessedPairs,
  guessPosition,
  isExchanged,
  isGeometry,
  type PositionClues,
  type PositionGuess,
} from '../formats/positions/guess-position.ts'
import {
  coarseSystemNotices,
  guessedSystemNotices,
  unverifiedSystem,
} from '../formats/positions/system-notices.ts'
import type { TextForm } from '../formats/guess-text-form.ts'
import type { LikelySystem } from '../engine/projection/likely-systems.ts'
import type { MappingHints } from './mapping-hints.ts'
import type { Notice } from '../formats/notice.ts'

/** Ways in which the times of a column can be read, of which a person has to choose. */
export interface TimeQuestion {
  readonly column: string
  /** A row, and when it was by each reading; null where that cannot read it. With the first and last time of the file. */
  readonly line: number
  readonly text: string
  readonly readings: readonly {
    readonly timeFormat: string
    readonly means: string | null
    readonly from: string
    readonly to: string
  }[]
}

/** A mapping to look over and correct, with reasons, and what could not be found in the file. */
export interface GuessedMapping {
  /** Null when the file shows no positions or no times. Its `timeFormat` is one of the question's, when there is one. */
  readonly mapping: ImportMappingInput | null
  readonly missing: readonly ('position' | 'crs' | 'time' | 'category')[]
  /** Systems in which the positions would lie in the city, likeliest first, where the usual ones do not place them. */
  readonly likelySystems: readonly LikelySystem[]
  readonly notices: readonly Notice[]
  readonly question: TimeQuestion | null
}

/** What a guess needs to know of the city and the file. */
export interface GuessContext extends PositionClues {
  /** Id or declaration of the source, which only a person can give. */
  readonly source: ImportMappingInput['source']
  readonly zone: Zone
  readonly nowMinute: number
  readonly form: TextForm
  readonly hints: MappingHints
}

/** A guess of how a file is to be read, from its columns' names and the texts of all its rows. */
export function guessMapping(profile: FileProfile, context: GuessContext): GuessedMapping {
  const { rows, sample } = profile
  const names = profile.columns.map(({ column }) => column)
  const { guess: position, likely } = guessPosition(names, sample, context)
  const times = guessTimes(profile.columns, rows, context.nowMinute)
  const category = guessCategoryColumn(profile.columns, rows)
  const { id, repeating } = guessId(profile.columns, rows)
  const near = findNearTexts(profile)
  const missing = [
    ...(position === null ? (['position'] as const) : []),
    ...(position !== null && position.crs === null ? (['crs'] as const) : []),
    ...(times === null ? (['time'] as const) : []),
    ...(category === null ? (['category'] as const) : []),
  ]
  const notices = [
    ...(names.length === 1 && position === null ? [singleColumn(names[0]!)] : []),
    ...textNotices(profile, context.form, category),
    ...(times === null
      ? unreadTimes(profile)
      : [...swappedDates(profile, times), ...unreadClocks(profile, times)]),
    ...(times === null || context.hints.timeFormat !== undefined ? [] : timeNotices(times, context.zone)),
    ...unreadCounts(profile.columns),
    ...positionNotices(position, profile, context),
    ...systemNotices(position, likely, context),
    ...categoryNotices(category, rows),
    ...idNotices(id, repeating),
    ...near.notices,
  ]
  const common = { missing, likelySystems: likely, notices }
  if (position === null || times === null) return { ...common, mapping: null, question: null }
  const { delimiter, encoding } = context.form
  const question = context.hints.timeFormat === undefined ? questionOf(times, context.zone) : null
  const texts = category?.texts ?? new Map<string, never>()
  const codes = [...texts.keys()].sort().map((text) => [text, texts.get(text)!.code] as const)
  return {
    ...common,
    question,
    mapping: {
      source: context.source,
      ...(position.crs === null ? {} : { crs: `EPSG:${position.crs}` }),
      timezone: context.hints.timezone ?? context.zone.name,
      columns: {
        externalId: id?.column ?? null,
        ...(isGeometry(position) ? {} : columnsOf(position)),
        occurredFrom: nameOf(times.occurredFrom)!,
        occurredTo: nameOf(times.occurredTo),
        reportedAt: nameOf(times.reportedAt),
        category: category?.column ?? null,
      },
      timeFormat: context.hints.timeFormat ?? times.timeFormat,
      categories: Object.fromEntries(codes),
      defaults: {
        ...(category === null ? { category: 'other' } : {}),
        ...(near.column === null ? {} : { precision: 'street' as const }),
      },
      csv: { delimiter, encoding, decimal: position.decimal },
    },
  }
}

/** What the positions themselves tell, or why there are none. */
function positionNotices(
  position: PositionGuess | null,
  { columns, sample }: FileProfile,
  { named, city }: Pick<PositionClues, 'named' | 'city'>,
): readonly Notice[] {
  const names = columns.map(({ column }) => column)
  if (position === null) {
    const called = calledPositions(names, sample)
    return called === null ? [] : unplaced(called.columns, called.pairs, city)
  }
  if (position.crs === null) return []
  const pairs = guessedPairs(names, sample, position)
  const isOpen = named === null && city.ground === undefined && !coordinateSystem(position.crs).geographic
  return [...rounded(pairs, position.crs), ...(isOpen ? unverifiedSystem(position.crs, pairs, city) : [])]
}

function systemNotices(
  position: PositionGuess | null,
  likely: readonly LikelySystem[],
  { named, city }: Pick<PositionClues, 'named' | 'city'>,
): readonly Notice[] {
  if (position === null) return []
  const exchanged = 'x' in position && isExchanged(position) ? [exchangedNotice(position.x, position.y)] : []
  if (position.crs === null) return [...exchanged, systemNotice(likely)]
  const [west, south, east, north] = city.bounds
  const guessed =
    named === null && city.ground !== undefined ? guessedSystemNotices(position.crs, city.srid) : []
  const coarse = coarseSystemNotices(position.crs, (west + east) / 2, (south + north) / 2)
  return [...exchanged, ...guessed, ...coarse]
}

function columnsOf(guess: PositionGuess) {
  return 'position' in guess ? { position: guess.position } : { x: guess.x, y: guess.y }
}

function nameOf(columns: readonly string[]): string | string[] | null {
  return columns.length > 1 ? [...columns] : (columns[0] ?? null)
}

function questionOf({ column, timeFormat }: TimesGuess, zone: Zone): TimeQuestion | null {
  const { dayOrder } = column
  if (dayOrder.kind !== 'tie' && dayOrder.kind !== 'mixed') return null
  const [first] = dayOrder.readings
  const example = dayOrder.kind === 'tie' ? dayOrder.example : first!.firstRefuted!
  const readings = dayOrder.readings.map(({ form, read, fromMinute, toMinute }) => {
    const span = read(example.text)
    return {
      // With the clock of another column, where the two are read as one.
      timeFormat: (timeFormat ?? column.timeFormat).replace(first!.form.date, form.date),
      means: span === null ? null : formatLocal(span.fromMinute, zone),
      from: formatLocal(fromMinute, zone),
      to: formatLocal(toMinute, zone),
    }
  })
  return { column: column.column, ...example, readings }
}
