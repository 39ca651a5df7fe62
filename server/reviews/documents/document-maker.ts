import type { Evidence } from '../../checks/index.ts'
import { DomainError } from '../../engine/errors.ts'
import type { LayerSnapshot } from '../../engine/snapshot/types.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import type { NeedService } from '../../needs/index.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { ReleaseRepository } from '../../releases/index.ts'
import type { ReviewCase } from '../review-case.ts'
import type { StoredEvidence } from '../review.ts'
import { citableReleases, type CitableReleases } from './citable-figures.ts'
import { documentMap } from './document-map.ts'
import { type AnnexMark, type FiledDocument, filedDocument, type Surroundings } from './filed-document.ts'
import { placeFigures, type PublishedPlace } from './place-figures.ts'
import { type PublishedRelease, type ReleasedFigures, releasedFigures } from './released-figures.ts'

export interface DocumentMakerDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly releases: Pick<ReleaseRepository, 'list' | 'publicPlaces'>
  readonly needs: Pick<NeedService, 'documented'>
}

/** Makes the public document of a review from public data. */
export interface DocumentMaker {
  /** @throws DomainError `conflict` when the evidence predates public documents and must be recomputed */
  make(
    review: Pick<ReviewCase, 'id' | 'proposalId' | 'caseNumber' | 'weighing' | 'checklist'>,
    stored: StoredEvidence,
    annex: AnnexMark,
    lockedAt: string,
  ): Promise<{ readonly document: FiledDocument; readonly footprint: Surroundings['footprint'] }>
}

export function createDocumentMaker({ snapshots, releases, needs }: DocumentMakerDeps): DocumentMaker {
  const layersNow = (): LayerSnapshot => {
    const { snapshot, release } = snapshots.acquire()
    release()
    return snapshot.layers
  }

  return {
    async make(review, stored, annex, lockedAt) {
      const surroundings = JSON.parse(stored.surroundings) as Surroundings | null
      if (surroundings === null) {
        const why = 'The evidence was computed by an earlier version; compute it again first.'
        throw new DomainError('conflict', why)
      }
      const { footprint } = surroundings
      const layers = layersNow()
      const { published, ofPlaces, uncited } = await publishedReleases(releases, layers.sources)
      const figures = releasedFigures(footprint, published)
      const places = placeFigures(footprint, ofPlaces, await releases.publicPlaces())
      const proposal = layers.features('proposals').find(({ id }) => id === review.proposalId)
      const evidence = JSON.parse(stored.evidence) as Evidence
      const document = filedDocument(evidence, review, {
        title: proposal?.properties.title ?? `${review.id}`,
        annex,
        lockedAt,
        surroundings,
        figures,
        places: places.map(({ disclosed }) => disclosed),
        needs: await needs.documented(review.proposalId, planarPolygon(footprint)),
        ...(uncited.length > 0 && { uncited }),
        map: documentMap({
          footprint,
          context: layers.context,
          waters: watersOf(layers),
          areas: areasOnMap(figures, published),
          places: places.map(({ disclosed, planar }) => ({ name: disclosed.name, planar })),
          ringMetres: evidence.provenance.query.ringMetres,
        }),
      })
      return { document, footprint }
    },
  }
}

/** The published releases, as far as documents may cite them. */
async function publishedReleases(
  releases: Pick<ReleaseRepository, 'list'>,
  sources: LayerSnapshot['sources'],
): Promise<CitableReleases> {
  const published: PublishedRelease[] = []
  const ofPlaces: PublishedPlace[] = []
  for (const { key, contents, published: step } of await releases.list(['published'])) {
    const publishedAt = step!.at
    if (contents.kind === 'public') published.push({ key, publishedAt, contents })
    else ofPlaces.push({ publishedAt, contents })
  }
  return citableReleases(published, ofPlaces, sources)
}

/** The outlines of the statistical areas that the figures name, as the newest year draws them. */
function areasOnMap(figures: ReleasedFigures | null, published: readonly PublishedRelease[]) {
  const keys = new Set(figures?.statisticalAreas.map(({ key }) => key))
  const outlines = published.flatMap(({ contents }) => contents.statistical?.areas ?? [])
  const byKey = new Map(outlines.filter(({ key }) => keys.has(key)).map((area) => [area.key, area]))
  return [...byKey.values()]
}

function watersOf(layers: LayerSnapshot) {
  return layers
    .features('areas')
    .filter(({ properties }) => properties.kind === 'water')
    .map(({ planar }) => planar)
}
