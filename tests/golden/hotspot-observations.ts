import { EDGES } from '../../server/engine/snapshot/query.ts'
import { type DemoCity, VISITORS } from './demo-city.ts'

const GROUPS = ['people', 'property', 'order', 'environment', 'all'] as const

/** Every edge and group, and one query for each other parameter. */
const QUERIES = [
  ...EDGES.flatMap((edge) => GROUPS.map((group) => `cell=${edge}&group=${group}`)),
  'cell=200&category=theft,burglary',
  'cell=200&category=sexual_offence',
  'cell=200&group=property&from=2025-10-01&to=2026-10-01',
  'cell=200&group=property&from=2026-03-10&to=2026-04-20',
  'cell=200&group=people&hours=22-4&weekdays=5-7',
  'cell=400&group=order&hours=8-16',
  'cell=200&group=property&precision=address,street,area',
  'cell=200&group=property&time=aoristic',
  'cell=400&group=people&time=aoristic&hours=18-23',
  'cell=200&group=people&exposure=residents',
  'cell=200&group=property&exposure=visitors',
  'cell=200&group=property&bbox=20.18,58.59,20.22,58.61',
  'cell=800&group=environment&sources=nothing',
  'cell=auto&group=property',
  'group=property',
  'cell=200',
  'cell=201&group=property',
  'cell=200&group=property&hours=25-26',
] as const

/** Hotspots as GeoJSON and CSV. */
export async function observeHotspots({ observe, headersOf }: DemoCity): Promise<void> {
  for (const who of VISITORS) {
    const headers = headersOf(who)
    for (const query of QUERIES) {
      for (const format of ['geojson', 'csv']) {
        const path = `/api/hotspots?${query}&format=${format}`
        await observe('hotspots', `${query} ${format} ${who}`, { path, headers })
      }
    }
  }
}
