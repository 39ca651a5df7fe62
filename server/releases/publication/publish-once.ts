import { DomainError, notFound } from '../../engine/errors.ts'
import type { ReleaseFile, ReleaseStep, StoredRelease } from '../release.ts'
import { retryOnDisclosureConflict } from '../disclosure-log.ts'
import type { PublishDeps } from './publish-deps.ts'

const MAX_ATTEMPTS = 4

/**
 * Attacks an approved release together with all earlier ones, makes its files and publishes it, in one transaction.
 * Starts again when another release is published meanwhile, since the two together may disclose more.
 */
export function publishOnce(
  deps: Pick<PublishDeps, 'releases' | 'computer' | 'files'>,
  id: number,
  step: ReleaseStep,
): Promise<StoredRelease> {
  return retryOnDisclosureConflict(MAX_ATTEMPTS, () => attempted(deps, id, step))
}

async function attempted(
  deps: Pick<PublishDeps, 'releases' | 'computer' | 'files'>,
  id: number,
  step: ReleaseStep,
): Promise<StoredRelease> {
  const { releases } = deps
  const disclosures = await releases.disclosures()
  const release = await releases.find(id)
  if (release === null) throw notFound('release', id)
  if (release.state !== 'approved')
    throw new DomainError('conflict', `Release ${id} is ${release.state}; only an approved one is published.`)
  await refuseBreaches(deps, release)
  const { path, files } = await filesOf(deps, release, step)
  return releases.publish(id, step, path, files, disclosures)
}

/** Attacks a release again, together with all releases since it was prepared. */
async function refuseBreaches(
  { releases, computer }: Pick<PublishDeps, 'releases' | 'computer'>,
  release: StoredRelease,
): Promise<void> {
  const before = await releases.list(['published', 'withdrawn'])
  const contents = [...before, release].map((each) => each.contents)
  const { breaches } = await computer.attack(contents, before.length)
  if (breaches.length === 0) return
  throw new DomainError(
    'conflict',
    `With what has been published meanwhile, ${breaches.length} hidden figures of release ${release.id} could be ` +
      'narrowed down. Discard it and prepare it again.',
  )
}

async function filesOf(
  { files }: Pick<PublishDeps, 'files'>,
  { kind, key, contents }: StoredRelease,
  { at }: ReleaseStep,
): Promise<{ readonly path: string | null; readonly files: readonly ReleaseFile[] }> {
  if (kind === 'place' || contents.kind === 'place') return { path: null, files: [] }
  return { path: key, files: await files({ key, contents, publishedAt: at }) }
}
