/** A coordinate system as PROJJSON has it, as far as it is looked at. */
interface ProjJson {
  readonly type?: string
  readonly name?: string
  readonly id?: { readonly authority?: string; readonly code?: number | string }
  readonly components?: readonly ProjJson[]
  readonly source_crs?: ProjJson
  readonly base_crs?: ProjJson
  readonly datum?: Datum
  readonly datum_ensemble?: Datum
  readonly conversion?: {
    readonly method?: { readonly name?: string }
    readonly parameters?: readonly { readonly name?: string; readonly value?: unknown }[]
  }
}
interface Datum {
  readonly name?: string
}

/** A Transverse Mercator: central meridian in degrees, scale on it, false easting in metres. */
type Mercator = readonly [meridian: number, scale: number, easting: number]

const SWEREF_99_TM: Mercator = [15, 0.9996, 500_000]
const FIRST_LOCAL_ZONE = 3007
const LOCAL_MERIDIANS = [12, 13.5, 15, 16.5, 18, 14.25, 15.75, 17.25, 18.75, 20.25, 21.75, 23.25]
const FIRST_RT90_ZONE = 3019
const RT90_MERIDIANS = [7.5, 5, 2.5, 0, -2.5, -5].map((gonWest) => 18.0582777777778 - gonWest * 0.9)
const UTM_ZONES = Array.from({ length: 60 }, (_, k) => k + 1)

const utm = (base: number): Table => UTM_ZONES.map((zone) => [base + zone, [zone * 6 - 183, 0.9996, 500_000]])

type Table = readonly (readonly [srid: number, mercator: Mercator])[]

/** Systems by their datum and parameters, for files that carry those and no code (MapInfo, some of Esri's). */
const SYSTEMS: readonly { readonly datum: RegExp; readonly geographic: number; readonly projected: Table }[] =
  [
    {
      datum: /SWEREF|GRS.?80/i,
      geographic: 4619,
      projected: [
        [3006, SWEREF_99_TM],
        ...LOCAL_MERIDIANS.map(
          (meridian, k) => [FIRST_LOCAL_ZONE + k, [meridian, 1, 150_000] as Mercator] as const,
        ),
      ],
    },
    {
      datum: /Rikets koordinatsystem 1990|RT.?90/i,
      geographic: 4124,
      projected: RT90_MERIDIANS.map((meridian, k) => [FIRST_RT90_ZONE + k, [meridian, 1, 1_500_000]]),
    },
    { datum: /World Geodetic System 1984|WGS.?(19)?84/i, geographic: 4326, projected: utm(32_600) },
    { datum: /European Terrestrial|ETRS/i, geographic: 4258, projected: utm(25_800) },
  ]

/** What GeoPackage and others call a system that nobody has said. */
const UNDEFINED = /^(undefined|unknown|unspecified)/i

const SAME_DEGREES = 1e-6
const SAME_SCALE = 1e-9

/**
 * The EPSG code of a file's coordinate system: the one that it names, of a system with heights that of its plan, else the
 * one whose datum and parameters are its own.
 *
 * @param given PROJJSON, or nothing
 */
export function identifyCrs(given: unknown): {
  readonly srid: number | null
  readonly crsName: string | null
} {
  if (typeof given !== 'object' || given === null) return { srid: null, crsName: null }
  const system = planOf(given)
  const srid = codeOf(system) ?? codeByParameters(system)
  const isSaid = srid !== null || (system.type !== 'EngineeringCRS' && !UNDEFINED.test(system.name ?? ''))
  return { srid, crsName: isSaid ? (system.name ?? null) : null }
}

function planOf(system: ProjJson): ProjJson {
  if (system.type === 'CompoundCRS') return planOf(system.components?.[0] ?? {})
  return system.type === 'BoundCRS' ? planOf(system.source_crs ?? {}) : system
}

function codeOf({ id }: ProjJson): number | null {
  if (id?.authority === 'OGC' && id.code === 'CRS84') return 4326
  const code = Number(id?.code)
  return id?.authority === 'EPSG' && Number.isInteger(code) ? code : null
}

function codeByParameters(system: ProjJson): number | null {
  const { datum, datum_ensemble } = system.base_crs ?? system
  const family = SYSTEMS.find((one) => one.datum.test((datum ?? datum_ensemble)?.name ?? ''))
  if (family === undefined) return null
  if (system.type === 'GeographicCRS') return family.geographic
  if (system.conversion?.method?.name !== 'Transverse Mercator') return null
  const value = (name: string) =>
    Number(system.conversion?.parameters?.find((parameter) => parameter.name === name)?.value)
  if (value('Latitude of natural origin') !== 0 || value('False northing') !== 0) return null
  const found = family.projected.find(
    ([, [meridian, scale, easting]]) =>
      Math.abs(value('Longitude of natural origin') - meridian) < SAME_DEGREES &&
      Math.abs(value('Scale factor at natural origin') - scale) < SAME_SCALE &&
      value('False easting') === easting,
  )
  return found?.[0] ?? null
}
