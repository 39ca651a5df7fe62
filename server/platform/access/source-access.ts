import type { Source } from '../../engine/snapshot/source.ts'
import { DomainError } from '../../engine/errors.ts'
import { type Audience, seesEverything } from './audience.ts'

/** The terms of a source that decide who may read it. */
export type SourceTerms = Pick<Source, 'id' | 'audiences' | 'boards'>

/** Whether a source's figures are open to an audience: to its role, and to its organisation. */
export function mayReadSource(audience: Audience, source: SourceTerms): boolean {
  return isOpenToRole(audience, source) && isOpenToBoard(audience, source)
}

/**
 * Whether a source is open to an audience's organisation: a source that names none is open to all, and to commands on the
 * machine all are. Stored evidence is computed again without the sources that it left out.
 */
export function isOpenToBoard(
  { role, organisationId, withoutSources }: Audience,
  { id, boards }: Pick<SourceTerms, 'id' | 'boards'>,
): boolean {
  if (withoutSources !== undefined) return !withoutSources.includes(id)
  return (
    role === 'operator' || boards === null || boards.some((board) => board.organisation === organisationId)
  )
}

/** Whether a source is open to every organisation. */
export function isOpenToAllBoards({ boards }: Pick<SourceTerms, 'boards'>): boolean {
  return boards === null
}

/** The sources that are open to an audience's role and not to its organisation: they are left out, and named. */
export function leftOutSources<S extends SourceTerms>(
  audience: Audience,
  sources: readonly S[],
): readonly S[] {
  return sources.filter((source) => isOpenToRole(audience, source) && !isOpenToBoard(audience, source))
}

/**
 * The sources that are open to an audience.
 *
 * @param requested source ids; null = all
 * @returns ids, or null where nothing is left out
 * @throws DomainError `forbidden` when a requested source, or every source, is not open
 */
export function openSources(
  audience: Audience,
  requested: readonly string[] | null,
  sources: readonly SourceTerms[],
): readonly string[] | null {
  const closed = new Set(sources.flatMap((source) => (mayReadSource(audience, source) ? [] : [source.id])))
  if (closed.size === 0) return requested
  const refused = requested?.find((id) => closed.has(id))
  if (refused !== undefined)
    throw new DomainError('forbidden', `The source ${refused} is not open to ${whom(audience)}.`)
  if (requested !== null) return requested
  const open = sources.flatMap(({ id }) => (closed.has(id) ? [] : [id])).toSorted()
  if (open.length === 0) throw nothingOpen(audience)
  return open
}

/** The refusal of figures where no source is open. */
export function nothingOpen(audience: Audience): DomainError {
  return new DomainError('forbidden', `No source is open to ${whom(audience)}.`)
}

function whom({ role, organisationId }: Audience): string {
  return organisationId === undefined
    ? `the role ${role} outside the boards that the sources name`
    : `the role ${role} of your organisation`
}

function isOpenToRole(audience: Audience, { audiences }: Pick<SourceTerms, 'audiences'>): boolean {
  return seesEverything(audience) || audiences.some((role) => role === audience.role)
}

interface Named {
  readonly title: string
  readonly controller: string
}

/** Says by name which sources are left out because they are not open to the reader's own organisation. */
export function leftOutNotices(
  sources: readonly Named[],
): readonly { readonly sv: string; readonly en: string }[] {
  if (sources.length === 0) return []
  const names = namesOf(sources)
  return [
    {
      sv: `Visas inte för din nämnd och ingår därför inte i siffrorna: ${names}. Det betyder inte att inget har hänt.`,
      en: `Not shown to your board, and therefore not in the figures: ${names}. That does not mean nothing happened.`,
    },
  ]
}

/** The titles of sources with their controllers. */
export function namesOf(sources: readonly Named[]): string {
  return sources.map(({ title, controller }) => `${title} (${controller})`).join('; ')
}
