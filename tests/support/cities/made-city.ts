import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Corner = readonly [lon: number, lat: number]

const rectangle = ([west, south]: Corner, [east, north]: Corner, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
})

/** Paths of the files of a small made-up city, written to a folder: between 18.0 and 18.1° E, 59.30 and 59.35° N. */
export function writeMadeCity(folder: string) {
  const path = (name: string) => join(folder, name)
  const write = (name: string, text: string) => {
    writeFileSync(path(name), text)
    return path(name)
  }
  const areas = (name: string, features: readonly object[]) =>
    write(name, JSON.stringify({ type: 'FeatureCollection', features }))
  const quarters = [0, 1, 2, 3].map((at) => {
    const [west, south] = [18 + 0.05 * (at % 2), 59.3 + 0.025 * Math.floor(at / 2)]
    return rectangle([west, south], [west + 0.05, south + 0.025], { name: `Stadsdel ${at + 1}` })
  })
  const rows = Array.from({ length: 60 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0')
    return `${at + 1};2026-0${(at % 9) + 1}-${day} 18:30;${(18.02 + (at % 10) * 0.001).toFixed(4)};${(59.32 + (at % 6) * 0.0005).toFixed(4)};theft`
  })
  return {
    study: areas('study.geojson', [rectangle([18, 59.3], [18.1, 59.35], {})]),
    water: areas('water.geojson', [rectangle([18.06, 59.33], [18.08, 59.34], {})]),
    districts: areas('districts.geojson', quarters),
    source: write(
      'source.json',
      JSON.stringify({
        id: 'anmalningar',
        title: 'Anmälningar',
        controller: 'Nystad',
        legalBasis: 'Uppgift av allmänt intresse',
        purpose: 'Trygghet i offentlig miljö',
        retentionDays: 1095,
      }),
    ),
    incidents: write('incidents.csv', `id;time;lon;lat;category\n${rows.join('\n')}\n`),
  }
}
