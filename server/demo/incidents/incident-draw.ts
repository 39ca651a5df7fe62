import { FLAGS, PRECISIONS, SETTINGS } from '../../engine/snapshot/incident.ts'
import { CATEGORIES } from '../../engine/snapshot/categories.ts'
import type { Random } from '../random.ts'
import { createAliasTable } from './alias-table.ts'
import type { Calendar } from './calendar.ts'
import { SOURCE_IDS } from './source-ids.ts'
import type { Span } from './mix.ts'
import type { SitePool, Stratum } from './strata.ts'
import type { Vec } from '../geometry/vector.ts'

/** One drawn incident. One object is reused for every draw, so that ten million cost no garbage. */
export interface DrawnIncident {
  /** Centimetres in the city's CRS. */
  xCm: number
  yCm: number
  fromMinute: number
  toMinute: number
  reportedMinute: number
  categoryIndex: number
  flags: number
  settingCode: number
  precisionCode: number
  /** Index into SOURCE_IDS. */
  source: number
}

export interface DrawDeps {
  readonly strata: readonly Stratum[]
  readonly calendar: Calendar
  readonly origin: Vec
  /** Where rows of coarse precision are put: the middle of a district. */
  readonly districtCentres: readonly Vec[]
}

const CODE = {
  address: PRECISIONS.indexOf('address'),
  street: PRECISIONS.indexOf('street'),
  district: PRECISIONS.indexOf('district'),
  outdoor: SETTINGS.indexOf('outdoor'),
  indoors: SETTINGS.indexOf('indoor_public'),
  dwelling: SETTINGS.indexOf('dwelling'),
  unknown: SETTINGS.indexOf('unknown'),
} as const

/** Metres around a street position within which an exact report may lie. */
const SPREAD_METRES = 4.5
/** Shares of ordinary rows whose place or time is only roughly known. */
const COARSE_PLACE = 0.035
const MONTH_ONLY = 0.02
const SETTING_UNKNOWN = 0.08

/** A drawer that fills and returns the same object every time. Equal random streams give equal incidents. */
export function createIncidentDraw(deps: DrawDeps): (random: Random) => DrawnIncident {
  const { strata, calendar } = deps
  const choose = createAliasTable(strata.map(({ share }) => share))
  const drawn: DrawnIncident = {
    xCm: 0,
    yCm: 0,
    fromMinute: 0,
    toMinute: 0,
    reportedMinute: 0,
    categoryIndex: 0,
    flags: 0,
    settingCode: 0,
    precisionCode: 0,
    source: 0,
  }
  return (random) => {
    const stratum = strata[choose.draw(random)]!
    drawn.categoryIndex = stratum.categoryIndex
    drawn.source = SOURCE_IDS.indexOf(stratum.source)
    drawPlace(drawn, stratum, deps, random)
    drawTime(drawn, stratum, calendar, random)
    drawn.flags = drawFlags(drawn, random)
    return drawn
  }
}

function drawPlace(drawn: DrawnIncident, stratum: Stratum, deps: DrawDeps, random: Random): void {
  const atAddress = random.next() < stratum.atAddress
  const pool: SitePool = atAddress ? stratum.addresses : stratum.streets
  const site = pool.odds.draw(random)
  const spread = atAddress || drawn.source !== 0 ? 0 : SPREAD_METRES
  drawn.xCm = centimetres(pool.x[site]! + random.between(-spread, spread) + deps.origin[0])
  drawn.yCm = centimetres(pool.y[site]! + random.between(-spread, spread) + deps.origin[1])
  drawn.precisionCode = atAddress ? CODE.address : CODE.street
  drawn.settingCode = drawSetting(stratum, atAddress, random)
  if (!stratum.planted && random.next() < COARSE_PLACE) {
    const centre = random.pick(deps.districtCentres)
    drawn.xCm = centimetres(centre[0] + deps.origin[0])
    drawn.yCm = centimetres(centre[1] + deps.origin[1])
    drawn.precisionCode = CODE.district
  }
}

const centimetres = (metres: number) => Math.round(metres * 100)

function drawSetting(stratum: Stratum, atAddress: boolean, random: Random): number {
  const lot = random.next()
  if (lot > 1 - SETTING_UNKNOWN) return CODE.unknown
  if (!atAddress) return CODE.outdoor
  const scale = stratum.atAddress * (1 - SETTING_UNKNOWN) ** -1
  if (lot * scale < stratum.dwelling) return CODE.dwelling
  return lot * scale < stratum.dwelling + stratum.indoors ? CODE.indoors : CODE.outdoor
}

function drawTime(drawn: DrawnIncident, stratum: Stratum, calendar: Calendar, random: Random): void {
  let from = 0
  do {
    from = calendar.minuteOf(stratum.weeks.draw(random), stratum.hours.draw(random)) + random.below(60)
  } while (from < calendar.fromMinute || from >= calendar.toMinute)
  drawn.fromMinute = from
  drawn.toMinute = from + SPANS[stratum.span](random)
  if (!stratum.planted && random.next() < MONTH_ONLY)
    [drawn.fromMinute, drawn.toMinute] = calendar.monthOf(from)
  drawn.reportedMinute = drawn.toMinute + 5 + Math.floor(random.next() ** 3 * 5 * DAY_MINUTES)
}

const DAY_MINUTES = 1440

/** Minutes that may lie between first and last possible moment; 0 = no end is known. */
const SPANS: Readonly<Record<Span, (random: Random) => number>> = {
  moment: () => 0,
  short: (random) => (random.next() < 0.3 ? 0 : 5 + random.below(55)),
  workday: (random) => (random.next() < 0.6 ? 0 : 120 + random.below(480)),
  overnight: (random) => 360 + random.below(540),
  absence: (random) =>
    random.next() < 0.75 ? 240 + random.below(1200) : 2 * DAY_MINUTES + random.below(12 * DAY_MINUTES),
}

const CODES = CATEGORIES.map(({ code }) => code)
const BETWEEN_PEOPLE = new Set(
  ['violence', 'threat_harassment', 'robbery'].map((code) => CODES.indexOf(code)),
)
const AGAINST_OLD_AGE = new Set(['theft', 'burglary', 'robbery'].map((code) => CODES.indexOf(code)))

function drawFlags({ categoryIndex, settingCode }: DrawnIncident, random: Random): number {
  const lot = random.next()
  if (BETWEEN_PEOPLE.has(categoryIndex)) {
    if (settingCode === CODE.dwelling) return lot < 0.45 ? FLAGS.domestic : 0
    if (lot < 0.02) return FLAGS.hate
    if (lot < 0.05) return FLAGS.child
  }
  return AGAINST_OLD_AGE.has(categoryIndex) && lot < 0.02 ? FLAGS.elder_crime : 0
}
