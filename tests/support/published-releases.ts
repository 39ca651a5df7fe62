import type { PlaceContents, ReleaseContents, ReleaseFile } from '../../server/releases/release.ts'
import type { ReleaseRepository } from '../../server/releases/repository.ts'
import { squareArea } from './cities/release-city.ts'
import { X, Y } from './cities/small-city.ts'

const step = (at: string) => ({ by: 'account/1', name: 'Åsa', at })

/** Contents of a place release: property at the place, and few in the ring. The place is 400 m square unless given. */
export function placeContents(
  placeId: number,
  from: string,
  count: number,
  { series = 'a', planar = squareArea(0, 'place', [X, Y, 400, 400]).planar } = {},
): PlaceContents {
  const figure = { register: 'police', group: 'property', from } as const
  return {
    kind: 'place',
    placeId,
    name: 'Torget',
    planar,
    ringMetres: 100,
    series,
    figures: [
      { ...figure, zone: 'place', count },
      { ...figure, zone: 'ring', count: 'few' },
    ],
    profile: [],
  }
}

/** Publishes given contents without computing, protecting or attacking them. */
export async function publishAsIs(
  releases: ReleaseRepository,
  contents: ReleaseContents,
  files: readonly ReleaseFile[] = [],
): Promise<number> {
  const placeId = contents.kind === 'place' ? contents.placeId : null
  const key =
    contents.kind === 'public'
      ? contents.period
      : `place/${placeId}/${contents.series}/${contents.figures[0]!.from}`
  const { id } = await releases.insert({
    kind: contents.kind,
    key,
    placeId,
    snapshotVersion: '0123456789abcdef0123456789abcdef',
    contents,
    attack: { hidden: 1, atoms: 1, constraints: 1, breaches: [], hiddenBesides: 0 },
    prepared: step('2025-01-01T00:00:00.000Z'),
  })
  await releases.approve(id, step('2025-01-02T00:00:00.000Z'))
  const path = placeId === null ? key : null
  await releases.publish(id, step('2025-01-03T00:00:00.000Z'), path, files, await releases.disclosures())
  return id
}
