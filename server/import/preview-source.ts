import type { ImportMapping, ImportMappingInput } from './import-mapping.ts'
import type { Notice } from '../formats/notice.ts'
import type { SourceRepository } from '../sources/index.ts'

const MAX_ID_LENGTH = 60

/** The source that a preview reads a file for. */
export interface ChosenSource {
  readonly id: string
  readonly retentionDays: number | null
  /** False when it has to be declared before the import. */
  readonly known: boolean
  /** What stands in the mapping while the file is read. */
  readonly forReading: ImportMappingInput['source']
  /** What has to be filled in by a person; null when nothing has. */
  readonly toDeclare: Readonly<Record<'id' | 'controller' | 'legalBasis' | 'purpose', string>> | null
  readonly notices: readonly Notice[]
}

/**
 * The source of a file: the one that is given, else the city's only one, which is said, else one that is called after the
 * file and has to be declared.
 */
export async function choosePreviewSource(
  fileName: string,
  given: ImportMapping['source'] | undefined,
  sources: Pick<SourceRepository, 'find' | 'list'>,
): Promise<ChosenSource> {
  const all = given === undefined ? await sources.list() : []
  const [only] = all
  const chosen = given ?? (all.length === 1 ? only!.id : idOf(fileName))
  const id = typeof chosen === 'string' ? chosen : chosen.id
  const stored = await sources.find(id)
  const declared = typeof chosen === 'string' ? null : chosen
  const common = {
    id,
    retentionDays: stored === null ? (declared?.retentionDays ?? null) : stored.retentionDays,
    forReading: chosen,
  }
  if (stored === null && declared === null) {
    const toDeclare = { id, controller: '', legalBasis: '', purpose: '' }
    return { ...common, known: false, toDeclare, notices: [undeclared(id)] }
  }
  return {
    ...common,
    known: true,
    toDeclare: null,
    notices: all.length === 1 ? [onlySource(id)] : [],
  }
}

function undeclared(id: string): Notice {
  return {
    code: 'source-undeclared',
    kind: 'warning',
    field: 'source',
    sv: `Källan ${id} är inte känd: fyll i controller, legalBasis och purpose i mappningens source, eller sätt dit id för en känd källa.`,
    en: `The source ${id} is not known: fill in controller, legalBasis and purpose in the mapping's source, or put the id of a known source there.`,
  }
}

function onlySource(id: string): Notice {
  return {
    code: 'source-only',
    kind: 'reason',
    field: 'source',
    sv: `Raderna läggs till källan ${id}, den enda som staden har.`,
    en: `The rows go to the source ${id}, the only one that the city has.`,
  }
}

/** An id made of a file's name. */
function idOf(fileName: string): string {
  const name = fileName
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\..*$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return name === '' ? 'source' : name.slice(0, MAX_ID_LENGTH)
}
