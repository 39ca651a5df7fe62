import type { FileMapping } from './file-mapping.ts'
import { DomainError } from '../engine/errors.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { declaredSource, type SourceRepository } from '../sources/index.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

/** The id of the source that a mapping names or declares. */
export function sourceIdOf({ source }: FileMapping): string {
  return typeof source === 'string' ? source : source.id
}

/**
 * The source of an import. One that is declared in the mapping and not known yet is given back as to be saved; a
 * known one stands as it is stored, whatever the mapping says of it.
 *
 * @throws DomainError `invalid-mapping` when the mapping only names a source and there is none
 */
export async function resolveSource(
  mapping: FileMapping,
  sources: Pick<SourceRepository, 'find' | 'organisations'>,
): Promise<{ readonly source: Source; readonly isNew: boolean }> {
  const known = await sources.find(sourceIdOf(mapping))
  if (known !== null) return { source: known, isNew: false }
  if (typeof mapping.source !== 'string')
    return { source: await declaredSource(mapping.source, sources), isNew: true }
  const { source: value } = mapping
  const { sv, en } = MESSAGES.unknownSource
  const message = { sv: `source: ${value} ${sv}`, en: `source: ${value} ${en}` }
  throw new DomainError('invalid-mapping', message, { problems: [{ field: 'source', value, rule: en, sv }] })
}
