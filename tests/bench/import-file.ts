const ROWS_A_CHUNK = 500
const MINUTES = 3 * 365 * 1440
const START_MS = Date.UTC(2023, 0, 1)
const TYPES = [
  'THEFT',
  'BATTERY',
  'BURGLARY',
  'VANDALISM',
  'LITTER',
  'NARCOTICS',
  'ROBBERY',
  'OTHER',
] as const

/** The mapping of a generated file. */
export const GENERATED_MAPPING = {
  source: { id: 'generated', controller: 'Bench', legalBasis: 'None: invented', purpose: 'Measurement' },
  crs: 'EPSG:4326',
  timezone: 'Europe/Stockholm',
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { THEFT: 'theft', BATTERY: 'violence', BURGLARY: 'burglary', ROBBERY: 'robbery', '*': 'other' },
}

/**
 * A CSV of invented incidents round the middle of Stockholm, made as it is read: 110 bytes a row, the same for the
 * same seed.
 */
export async function* generatedFile(rows: number, seed: number): AsyncGenerator<Uint8Array> {
  const random = mulberry32(seed)
  yield Buffer.from('id,start,lon,lat,type,street,beat,note\n')
  for (let first = 0; first < rows; first += ROWS_A_CHUNK) {
    let text = ''
    for (let n = first; n < Math.min(rows, first + ROWS_A_CHUNK); n++) text += rowText(n, random)
    yield Buffer.from(text)
  }
}

function rowText(n: number, random: () => number): string {
  const lon = (18.06 + gaussian(random) * 0.05).toFixed(6)
  const lat = (59.33 + gaussian(random) * 0.025).toFixed(6)
  const start = new Date(START_MS + Math.floor(random() * MINUTES) * 60_000).toISOString()
  const type = TYPES[Math.floor(random() * TYPES.length)]!
  return `E-${2023_000_000 + n},${start.slice(0, 16)},${lon},${lat},${type},"Storgatan ${n % 97}, uppgång B",${n % 40},\n`
}

/** Sum of four uniforms: bell-shaped enough, between −2 and 2. */
function gaussian(random: () => number): number {
  return random() + random() + random() + random() - 2
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
