import { DomainError, notFound } from '../engine/errors.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import { type EntryContent, type EntryVersion, keyOf } from './entry.ts'
import type { GlossaryRepository } from './repository.ts'
import { SHIPPED } from './shipped/shipped.ts'

/** The glossary, who answers for what, and the target groups: what came with the product, as the city words it. */
export interface GlossaryService {
  /** The present version of each entry, by key. */
  list(): Promise<readonly EntryVersion[]>
  /** Every version, the first one first. @throws DomainError `not-found` */
  history(key: string): Promise<readonly EntryVersion[]>
  /** @throws DomainError `conflict` where an entry has that name, `unprocessable` for a name without letters */
  add(principal: Principal, content: EntryContent): Promise<EntryVersion>
  /** @throws DomainError `not-found`, `precondition-failed` where it was changed meanwhile */
  change(principal: Principal, key: string, revision: number, content: EntryContent): Promise<EntryVersion>
}

interface Deps {
  readonly glossary: GlossaryRepository
  readonly clock: Clock
}

const byKey = (a: EntryVersion, b: EntryVersion) => (a.key < b.key ? -1 : 1)

/** The service of the glossary. */
export function createGlossaryService({ glossary, clock }: Deps): GlossaryService {
  const stepOf = ({ actor }: Principal) => ({
    at: new Date(clock.nowMs()).toISOString(),
    by: actorReference(actor),
    name: 'name' in actor ? actor.name : null,
  })
  const history = async (key: string) => {
    const versions = [...SHIPPED.filter((entry) => entry.key === key), ...(await glossary.versions(key))]
    if (versions.length === 0) throw notFound('glossary entry', key)
    return versions
  }
  return {
    async list() {
      const own = await glossary.latest()
      const keys = new Set(own.map(({ key }) => key))
      return [...SHIPPED.filter(({ key }) => !keys.has(key)), ...own].toSorted(byKey)
    },
    history,
    async add(principal, content) {
      const key = keyOf(content.sv.name)
      if (key === '') throw refusedName('unprocessable', 'needs letters or digits')
      const known = await history(key).catch(() => null)
      if (known !== null) throw refusedName('conflict', 'stands in the glossary already; change that entry')
      const version = { key, revision: 1, content, changed: stepOf(principal) }
      await glossary.append(version)
      return version
    },
    async change(principal, key, revision, content) {
      const last = (await history(key)).at(-1)!
      if (last.revision !== revision)
        throw new DomainError(
          'precondition-failed',
          `It was changed meanwhile: the revision is now ${last.revision}.`,
        )
      const version = { key, revision: revision + 1, content, changed: stepOf(principal) }
      await glossary.append(version)
      return version
    },
  }
}

function refusedName(code: 'conflict' | 'unprocessable', rule: string): DomainError {
  return new DomainError(code, `sv.name: ${rule}`, { problems: [{ field: 'sv.name', rule }] })
}
