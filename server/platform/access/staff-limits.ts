import type { Audience } from './audience.ts'
import { DomainError } from '../../engine/errors.ts'
import { FLAGS } from '../../engine/snapshot/incident.ts'
import type { Source } from '../../engine/snapshot/source.ts'

/** Flags, incidents with any of which planners and coordinators see city-wide only. */
export const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)

/** Whether an audience sees incidents, but as sums of units only. */
export function isLimited({ role }: Audience): boolean {
  return role === 'planner' || role === 'coordinator'
}

/**
 * The sources that are open to an audience.
 *
 * @param requested source ids; null = all
 * @returns ids, or null where nothing is left out
 * @throws DomainError `forbidden` when a source that is asked for, or every source, is not open
 */
export function openSources(
  { role }: Audience,
  requested: readonly string[] | null,
  sources: readonly Pick<Source, 'id' | 'audiences'>[],
): readonly string[] | null {
  const closed = new Set(
    sources.flatMap(({ id, audiences }) => (audiences.some((a) => a === role) ? [] : [id])),
  )
  if (closed.size === 0) return requested
  const refused = requested?.find((id) => closed.has(id))
  if (refused !== undefined)
    throw new DomainError('forbidden', `The source ${refused} is not open to the role ${role}.`)
  if (requested !== null) return requested
  const open = sources.flatMap(({ id }) => (closed.has(id) ? [] : [id])).toSorted()
  if (open.length === 0) throw new DomainError('forbidden', `No source is open to the role ${role}.`)
  return open
}
