import { chooseSystem } from '../engine/projection/choose-system.ts'
import { sridOfName } from '../engine/projection/crs-name.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import { GEOMETRY_COLUMNS, type RowSource } from '../formats/source-row.ts'
import { checkMapping } from './file-reader.ts'
import { type GuessedMapping, guessMapping } from './guess-mapping.ts'
import { type FileProfile, profileFile } from './guess/file-profile.ts'
import { type ImportMappingInput, parseImportMapping } from './import-mapping.ts'
import type { MappingHints } from './mapping-hints.ts'
import { type Notice, written } from '../formats/notice.ts'
import type { PreviewSource } from './preview-file.ts'
import { MAX_PREVIEW_ROWS, type PreviewRead, type PreviewReading, readForPreview } from './preview-read.ts'
import { cityBounds, studyEnvelope } from '../engine/snapshot/study-envelope.ts'

const MINUTE_MS = 60_000
/** Columns of which a mapping makes an id. */
const MAX_ID_COLUMNS = 8

/** A file that was looked at, and the guess of its mapping. */
export interface Guessed {
  readonly profile: FileProfile
  readonly guess: GuessedMapping
}

/** Looks at all rows of a file, and guesses how they are to be read. */
export async function guessFromFile(
  file: PreviewSource,
  hints: MappingHints,
  { source, areas, city }: PreviewReading,
): Promise<Guessed> {
  const { clock, projection, zone } = city
  const form = await file.form()
  const nowMinute = clock.nowMs() / MINUTE_MS
  const bounds = cityBounds(areas, projection)
  const { profile, own } = await file.walk(form, [], async (rows) => {
    const looked = await profileFile(rows, { maxRows: MAX_PREVIEW_ROWS, zone, nowMinute })
    return { profile: looked, own: ownSystem(rows, looked, bounds) }
  })
  const context = {
    source: source.forReading,
    city: bounds,
    envelope: studyEnvelope(areas),
    named: hints.crs === undefined ? own : sridOfName(hints.crs),
    ...(hints.positionColumns !== undefined && { chosen: hints.positionColumns }),
    zone,
    nowMinute,
    form,
    hints,
  }
  return { profile, guess: guessMapping(profile, context) }
}

/** The coordinate system that a file names, as its positions bear it out; null when it names none. */
function ownSystem(rows: RowSource, { columns, sample }: FileProfile, city: CityBounds): number | null {
  const named = rows.namedSystem?.() ?? null
  if (named === null) return null
  const indexOf = (name: string) => columns.find(({ column }) => column === name)?.index ?? 0
  const [atX, atY] = [indexOf(GEOMETRY_COLUMNS.x), indexOf(GEOMETRY_COLUMNS.y)]
  const positions = sample.map((fields) => [Number(fields[atX]), Number(fields[atY])] as const)
  return chooseSystem({ given: null, named, positions, city })
}

/** What a guess comes to when the file is read by it. */
export interface TriedGuess {
  readonly mapping: ImportMappingInput
  readonly read: PreviewRead
  readonly notices: readonly Notice[]
}

/**
 * Reads a file by a guess. Where rows of one id differ, so that none of them would come in, the id is taken together with
 * time, category and position (a case of several offences), and given up where that does not tell them apart either.
 */
export async function tryGuess(
  file: PreviewSource,
  guess: ImportMappingInput,
  reading: PreviewReading,
): Promise<TriedGuess> {
  const { externalId, occurredFrom, category, x, y, position } = guess.columns
  const id = listOf(externalId)
  const first = await readBy(file, guess, reading)
  const conflicts = conflictsOf(first)
  if (conflicts === 0) return { mapping: guess, read: first, notices: [] }
  const others = [occurredFrom, category, x, y, position].flatMap(listOf)
  const combined = withId(guess, [...id, ...others].slice(0, MAX_ID_COLUMNS))
  const second = await readBy(file, combined, reading)
  if (conflictsOf(second) === 0)
    return { mapping: combined, read: second, notices: [combinedId(id, conflicts, combined)] }
  const without = withId(guess, null)
  return { mapping: without, read: await readBy(file, without, reading), notices: [noId(id, conflicts)] }
}

function readBy(
  file: PreviewSource,
  guess: ImportMappingInput,
  reading: PreviewReading,
): Promise<PreviewRead> {
  const mapping = parseImportMapping(guess)
  checkMapping(mapping, reading.city)
  return readForPreview(file, mapping, reading)
}

function conflictsOf({ tally }: PreviewRead): number {
  return tally.result().rejected['conflicting-id'] ?? 0
}

function listOf(columns: string | string[] | null | undefined): string[] {
  return [columns ?? []].flat()
}

function withId(guess: ImportMappingInput, externalId: string[] | null): ImportMappingInput {
  return { ...guess, columns: { ...guess.columns, externalId } }
}

function combinedId(id: readonly string[], conflicts: number, { columns }: ImportMappingInput): Notice {
  const rows = written(conflicts)
  const names = [columns.externalId].flat().join(' + ')
  return {
    code: 'id-combined',
    kind: 'warning',
    field: 'columns.externalId',
    sv: `${rows.sv} rader upprepar ett ${id.join(', ')} med annat innehåll, så ${names} tas ihop som id: ändras något av dem i en senare fil blir raden en ny händelse.`,
    en: `${rows.en} rows repeat a ${id.join(', ')} with other content, so ${names} are taken together as the id: where one of them changes in a later file, the row becomes a new incident.`,
  }
}

function noId(id: readonly string[], conflicts: number): Notice {
  const rows = written(conflicts)
  return {
    code: 'id-conflicts',
    kind: 'warning',
    field: 'columns.externalId',
    sv: `${id.join(', ')} tas inte som id: ${rows.sv} rader upprepar ett med annat innehåll. Raderna känns igen på sitt innehåll.`,
    en: `${id.join(', ')} is not taken as the id: ${rows.en} rows repeat one with other content. Rows are known by their content.`,
  }
}
