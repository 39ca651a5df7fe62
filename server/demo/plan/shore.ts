import type { Vec } from '../geometry/vector.ts'

/** A corner of the hand-drawn shore: where, and how rough the natural shore is there (metres; 0 = built). */
export interface ShorePoint {
  readonly at: Vec
  readonly roughness: number
  /** A quay's corner: straight sides instead of a curve. */
  readonly corner: boolean
}

const nature = (x: number, y: number, roughness = 70): ShorePoint => ({
  at: [x, y],
  roughness,
  corner: false,
})
const built = (x: number, y: number): ShorePoint => ({ at: [x, y], roughness: 0, corner: false })
const quay = (x: number, y: number): ShorePoint => ({ at: [x, y], roughness: 0, corner: true })

/** An island of its own, drawn as a wobbly ellipse. */
export interface Islet {
  readonly centre: Vec
  readonly radiusMetres: number
  /** Length by breadth. */
  readonly stretch: number
  readonly angleDegrees: number
}

/** The main island, counter-clockwise from its north-western cape. */
export const MAINLAND: readonly ShorePoint[] = [
  nature(-3250, 1250),
  nature(-3480, 650),
  nature(-3400, -50),
  nature(-3060, -520),
  nature(-3010, -1150, 50),
  nature(-2780, -1560, 20),
  quay(-2560, -1860),
  quay(-2300, -2250),
  quay(-2085, -2290),
  quay(-2010, -1850),
  quay(-1890, -1840),
  quay(-1905, -2335),
  quay(-1570, -2370),
  quay(-1540, -1890),
  quay(-1410, -1885),
  quay(-1400, -2385),
  quay(-1000, -2410),
  quay(-740, -2330),
  quay(-590, -2040),
  built(-500, -1650),
  built(-430, -1250),
  built(-400, -900),
  built(-365, -620),
  quay(-280, -500),
  quay(-70, -490),
  built(150, -560),
  built(330, -592),
  built(530, -622),
  built(765, -682),
  built(965, -800),
  built(1085, -985),
  built(1122, -1200),
  quay(1108, -1425),
  nature(1180, -1640, 15),
  nature(1330, -1900, 40),
  nature(1640, -2090),
  nature(1960, -1990),
  nature(2060, -1640),
  nature(2260, -1310, 50),
  nature(2640, -1160),
  nature(3000, -950),
  nature(3300, -450),
  nature(3150, 60),
  nature(3290, 480),
  nature(3560, 920),
  nature(3360, 1400, 50),
  quay(3120, 1760),
  quay(3200, 1900),
  quay(3020, 2040),
  quay(2920, 1930),
  quay(2760, 2090),
  nature(2400, 2260),
  nature(1900, 2420),
  nature(1460, 2760),
  nature(800, 2960),
  nature(160, 2820),
  nature(-350, 3010),
  nature(-900, 2800),
  nature(-1330, 2480),
  nature(-1900, 2650),
  nature(-2480, 2500),
  nature(-2900, 2080),
  nature(-3060, 1660),
]

/** The old town's island behind its canal. */
export const OLD_TOWN: readonly ShorePoint[] = [
  built(15, -680),
  built(-55, -900),
  built(-75, -1250),
  built(0, -1550),
  built(190, -1750),
  built(430, -1815),
  built(700, -1740),
  built(930, -1570),
  built(1050, -1400),
  built(1070, -1200),
  built(1032, -1005),
  built(925, -848),
  built(745, -730),
  built(520, -668),
  built(320, -638),
  built(130, -608),
]

/** The island of the young quarter in the south-east. */
export const SOUTH_ISLAND: readonly ShorePoint[] = [
  nature(1850, -2350, 30),
  nature(1950, -2650, 50),
  nature(2330, -2880),
  nature(2800, -2740),
  nature(2990, -2360),
  nature(2700, -2150, 50),
  nature(2250, -2120, 30),
]

/** The lake in the northern woods; its own shore, walked counter-clockwise. */
export const LAKE: readonly ShorePoint[] = [
  nature(-640, 1990, 40),
  nature(-470, 1730, 40),
  nature(-110, 1690, 40),
  nature(150, 1840, 40),
  nature(190, 2110, 40),
  nature(-50, 2310, 40),
  nature(-410, 2270, 40),
]

const islet = (x: number, y: number, radiusMetres: number, stretch: number, angleDegrees: number): Islet => ({
  centre: [x, y],
  radiusMetres,
  stretch,
  angleDegrees,
})

export const ISLETS: readonly Islet[] = [
  islet(-210, -2420, 105, 1.7, 60),
  islet(30, -2210, 55, 1.4, 30),
  islet(560, -2480, 150, 1.5, 20),
  islet(1080, -2740, 100, 1.8, 140),
  islet(1330, -2480, 40, 1.3, 0),
  islet(3230, -1640, 130, 1.6, 50),
  islet(3520, -1290, 60, 1.4, 80),
  islet(-3520, -1420, 120, 1.5, 120),
  islet(-3760, -1010, 55, 1.3, 90),
  islet(-2850, 2860, 85, 1.7, 30),
  islet(2290, 2880, 115, 1.6, 150),
  islet(3880, 420, 75, 1.5, 70),
  islet(870, 3330, 60, 1.6, 10),
  islet(3380, -2850, 95, 1.6, 40),
  islet(-1650, 3050, 50, 1.5, 0),
]
