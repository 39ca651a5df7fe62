import type { ReleaseStep, ReleaseSummary } from '../release.ts'

/**
 * A release in responses and on the command line. Of a breach only the figure is named, never its possible values,
 * which an approver need not know.
 *
 * @param mayApprove whether the caller may approve it
 */
export function presentRelease(release: ReleaseSummary, mayApprove: boolean) {
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
    mayApprove,
    prepared: presentStep(release.prepared),
    approved: approved === null ? null : presentStep(approved),
    published: published === null ? null : presentStep(published),
    withdrawn: withdrawn === null ? null : { ...presentStep(withdrawn), reason: withdrawn.reason },
    address: path === null ? null : `/public/releases/${path}/`,
  }
}

export type PresentedRelease = ReturnType<typeof presentRelease>

const presentStep = ({ by, name = null, at }: ReleaseStep) => ({ by, name, at })
