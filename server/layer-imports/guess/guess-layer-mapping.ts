import { coordinateSystem } from '../../engine/projection/coordinate-systems.ts'
import { systemOrLikely } from '../../engine/projection/choose-system.ts'
import type { LikelySystem } from '../../engine/projection/likely-systems.ts'
import { encodedTwiceNotices } from '../../formats/encoded-twice-notice.ts'
import type { Notice } from '../../formats/notice.ts'
import {
  guessedPairs,
  guessPosition,
  isGeometry,
  type PositionGuess,
} from '../../formats/positions/guess-position.ts'
import { guessedSystemNotices, unverifiedSystem } from '../../formats/positions/system-notices.ts'
import { readOutlineText } from '../../formats/positions/outline-text.ts'
import { GEOMETRY_COLUMNS } from '../../formats/source-row.ts'
import { LAYER_FIELDS } from '../fields.ts'
import type { DateQuestion, LayerFileRequest } from '../layer-file.ts'
import type { LayerMappingHints, LayerMappingInput } from '../layer-mapping.ts'
import type { WholeFile } from '../open-rows.ts'
import { positionsOf } from '../positions-of.ts'
import { guessDates } from './guess-dates.ts'
import { guessFieldColumns } from './guess-field-columns.ts'
import { guessIdColumn } from './guess-id-column.ts'
import { guessStatuses } from './guess-statuses.ts'
import { columnNotices, datesNotice, defaultsNotice, idNotices, statusNotices } from './guess-notices.ts'

const MAX_SAMPLE = 1200
const MIN_OUTLINES = 0.5

/** A mapping to look over and correct, with reasons, and what a person has to say. */
export interface LayerGuess {
  readonly mapping: LayerMappingInput | null
  readonly missing: readonly string[]
  readonly likelySystems: readonly LikelySystem[]
  readonly question: DateQuestion | null
  readonly notices: readonly Notice[]
}

interface PlaceGuess {
  readonly columns: { readonly x?: string; readonly y?: string; readonly position?: string }
  /** Null when it is to be asked for, absent when the file says it or it is degrees. */
  readonly crs: number | null | undefined
  readonly decimal: '.' | ','
  readonly likely: readonly LikelySystem[]
  /** What is to be said of the system that was taken. */
  readonly notices: readonly Notice[]
}

/** A guess of how a file of a layer is read, from its columns' names and the texts of all its rows. */
export function guessLayerMapping(
  file: WholeFile,
  hints: LayerMappingHints,
  request: Pick<LayerFileRequest, 'city' | 'envelope' | 'zone'>,
): LayerGuess {
  const { kind } = hints
  const place = placeOf(file, hints, request)
  const { id, repeating, byTexts } = guessIdColumn(file)
  const taken = new Set([...Object.values(place?.columns ?? {}), ...(id === null ? [] : [id.column])])
  const found = guessFieldColumns(file, kind, taken)
  const dates = guessDates(file, kind, found.columns, request.zone)
  const statuses = kind === 'cameras' ? guessStatuses(file, found.columns['status'] ?? null) : null
  const defaults = { ...statuses?.defaults, ...hints.defaults }
  const unsaid = LAYER_FIELDS[kind].filter(
    ({ name, required }) => required && found.columns[name] === undefined && !(name in defaults),
  )
  const missing = [
    ...(place === null ? ['position'] : place.crs === null ? ['crs'] : []),
    ...unsaid.map(({ name }) => name),
  ]
  const notices = [
    ...encodedTwiceNotices(file.form.encoding),
    ...(place?.notices ?? []),
    ...columnNotices(found),
    ...idNotices(id, repeating, byTexts),
    ...datesNotice(dates),
    ...(statuses === null ? [] : statusNotices(statuses)),
    ...defaultsNotice(unsaid.map(({ name }) => name)),
  ]
  const common = { missing, notices, question: dates.question, likelySystems: place?.likely ?? [] }
  if (place === null) return { ...common, mapping: null }
  const { crs } = place
  return {
    ...common,
    mapping: {
      kind,
      ...(hints.register === undefined ? {} : { register: hints.register }),
      layer: hints.layer,
      ...(crs === null || crs === undefined ? {} : { crs: `EPSG:${crs}` }),
      columns: { externalId: id?.column ?? null, ...place.columns, ...found.columns },
      dateFormat: dates.dateFormat,
      ...(statuses === null ? {} : { statuses: statuses.statuses }),
      defaults,
      missing: hints.missing,
      csv: { delimiter: file.form.delimiter, encoding: file.form.encoding, decimal: place.decimal },
    },
  }
}

/** Where the positions stand, in their own geometry, columns or a text; null when nothing shows any. */
function placeOf(
  file: WholeFile,
  hints: LayerMappingHints,
  { city, envelope }: Pick<LayerFileRequest, 'city' | 'envelope'>,
): PlaceGuess | null {
  const form = {
    columns: { x: null, y: null, position: null },
    csv: { decimal: '.' as const },
  }
  if (hints.kind !== 'cameras') {
    const position = outlineColumn(file)
    const columns = position === null ? {} : { position }
    const mapping = { ...form, kind: hints.kind, columns: { ...form.columns, position } }
    const positions = positionsOf(file, mapping)
    return positions.length === 0
      ? null
      : { columns, decimal: '.', notices: [], ...systemOf(file, hints, positions, city) }
  }
  const sound = file.rows.filter(({ fault }) => fault === null).map(({ fields }) => fields)
  const named = hints.crs ?? file.namedSystem?.srid ?? null
  const own = positionsOf(file, { ...form, kind: hints.kind })
  if (file.columns.includes(GEOMETRY_COLUMNS.x) && own.length > 0)
    return { columns: {}, decimal: '.', notices: [], ...systemOf(file, hints, own, city) }
  const { guess, likely } = guessPosition(file.columns, sampleOf(sound), { city, envelope, named })
  if (guess === null) return null
  const at = 'position' in guess ? { position: guess.position } : { x: guess.x, y: guess.y }
  const notices =
    named === null ? guessedSystem(guess, guessedPairs(file.columns, sampleOf(sound), guess), city) : []
  return { columns: isGeometry(guess) ? {} : at, crs: guess.crs, decimal: guess.decimal, likely, notices }
}

/** Which system was taken though neither file nor caller says one. */
function guessedSystem(
  { crs }: PositionGuess,
  pairs: readonly (readonly [number, number])[],
  city: LayerFileRequest['city'],
): readonly Notice[] {
  if (crs === null || coordinateSystem(crs).geographic) return []
  return city.ground === undefined ? unverifiedSystem(crs, pairs, city) : guessedSystemNotices(crs, city.srid)
}

function systemOf(
  { namedSystem }: WholeFile,
  { crs }: LayerMappingHints,
  positions: readonly (readonly [number, number])[],
  city: LayerFileRequest['city'],
): Pick<PlaceGuess, 'crs' | 'likely'> {
  const found = systemOrLikely({ given: crs ?? null, named: namedSystem, positions, city })
  return 'likely' in found ? { crs: null, likely: found.likely } : { crs, likely: [] }
}

/** A column in most of whose rows stands an outline. */
function outlineColumn({ columns, rows }: WholeFile): string | null {
  const sample = sampleOf(rows.filter(({ fault }) => fault === null))
  const share = (index: number) =>
    sample.filter(({ fields }) => isOutline(fields[index]!)).length / Math.max(1, sample.length)
  return columns.find((_, index) => share(index) >= MIN_OUTLINES) ?? null
}

function isOutline(text: string): boolean {
  return /^\s*(?:\{|(?:SRID[^;]*;\s*)?(?:MULTI)?POLYGON)/i.test(text) && readOutlineText(text) !== null
}

/** Rows spread over the file. */
function sampleOf<T>(rows: readonly T[]): readonly T[] {
  const every = Math.max(1, Math.ceil(rows.length / MAX_SAMPLE))
  return rows.filter((_, index) => index % every === 0)
}
