import type { ReleaseStep, ReleaseSummary } from '../release.ts'

/**
 * A release as the API and the command line tell of it. Of a breach only the figure is named, never what it could be
 * narrowed down to: whoever may approve need not know a hidden number.
 */
export function presentRelease(release: ReleaseSummary) {
  const { attack, approved, published, withdrawn, path } = release
  return {
    id: release.id,
    kind: release.kind,
    key: release.key,
    state: release.state,
    placeId: release.placeId,
    snapshotVersion: release.snapshotVersion,
    attack: {
      hidden: attack.hidden,
      hiddenBesides: attack.hiddenBesides,
      atoms: attack.atoms,
      constraints: attack.constraints,
      breached: attack.breaches.map(({ figure }) => figure),
    },
    prepared: presentStep(release.prepared),
    approved: approved === null ? null : presentStep(approved),
    published: published === null ? null : presentStep(published),
    withdrawn: withdrawn === null ? null : { ...presentStep(withdrawn), reason: withdrawn.reason },
    address: path === null ? null : `/public/releases/${path}/`,
  }
}

export type PresentedRelease = ReturnType<typeof presentRelease>

const presentStep = ({ by, name = null, at }: ReleaseStep) => ({ by, name, at })
