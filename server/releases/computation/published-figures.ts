import { MAX_HIDDEN, MAX_UNSHOWN, rangeOfBand, rangeOfShown } from '../../engine/disclosure/shown-count.ts'
import type {
  AreaFigure,
  PlaceContents,
  PlaceProfileFigure,
  PublicContents,
  ReleaseArea,
  StatisticalArea,
} from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { GivenFigure } from '../given-figure.ts'
import { spanOfDays, spanOfFourWeeks, spanOfPeriod } from './periods.ts'
import type { Disclosures, PublishedFigure, PublishedFigures, StatisticalRank } from './published-figure.ts'
import { type UnreleasedWeeks, unreleasedWeeks } from './unreleased-weeks.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'
import { createCountedRegions, type CountedRegions } from './counted-regions.ts'

/** Cells are hidden before profiles, rings and places; districts, the public's default view, last. */
const PRICES = { cell: 1, statistical: 2, profile: 2, ring: 3, place: 5, area: 20 } as const

/** All figures that were released or given out on request, as an attacker reads them. */
export function publishedFigures({ releases, given, requested = [], zone }: Disclosures): PublishedFigures {
  const regions = createCountedRegions()
  const figures = releases.flatMap((contents, release) =>
    contents.kind === 'public'
      ? publicFiguresOf(contents, release, regions, zone)
      : placeFiguresOf(contents, release, regions, zone),
  )
  const unreleased = unreleasedWeeks(releases, zone).flatMap((weeks) =>
    unreleasedFiguresOf(weeks, regions, zone),
  )
  const city = releases.flatMap((contents) => (contents.kind === 'public' ? contents.city : []))
  const hiddenInCity = city.filter(({ count }) => typeof count !== 'number').length
  return {
    figures: [
      ...figures,
      ...unreleased,
      ...givenFiguresOf(given, 'given', regions, zone),
      ...givenFiguresOf(requested, 'requested', regions, zone),
    ],
    regions: regions.list,
    hiddenInCity,
    disclosedInCity: city.length - hiddenInCity,
  }
}

function readCount(count: ShownCount): Pick<PublishedFigure, 'low' | 'high' | 'hidden'> {
  if (typeof count === 'number') return { ...rangeOfShown(count), hidden: null }
  return { ...rangeOfShown(count), hidden: { maxValue: MAX_HIDDEN, orAbove: count === 'withheld' } }
}

function publicFiguresOf(
  { period, areas, areaFigures, statistical, hexes }: PublicContents,
  release: number,
  regions: CountedRegions,
  zone: Zone,
): PublishedFigure[] {
  const span = spanOfPeriod(period, zone)
  const byArea = (
    list: 'areaFigures' | 'statistical',
    disclosed: readonly ReleaseArea[],
    figures: readonly AreaFigure[],
    more: (area: ReleaseArea) => Pick<PublishedFigure, 'price' | 'statistical'>,
  ) => {
    const byKey = new Map(disclosed.map((area) => [area.key, area]))
    return figures.flatMap(({ area: key, register, group, count }, index): PublishedFigure[] => {
      if (count === 'not-covered') return []
      const area = byKey.get(key)!
      return [
        {
          name: `${period}, ${area.name}, ${register}, ${group}`,
          where: area.name,
          counts: 'area',
          register,
          group,
          region: regions.zone(`area:${key}`, area.planar, 0, 0),
          span,
          part: null,
          ...readCount(count),
          ...more(area),
          at: { release, list, index },
        },
      ]
    })
  }
  const ofAreas = byArea('areaFigures', areas, areaFigures, () => ({ price: PRICES.area }))
  const ranks = statisticalRanks(statistical?.areas ?? [])
  const ofParts = byArea('statistical', statistical?.areas ?? [], statistical?.figures ?? [], ({ key }) => ({
    price: PRICES.statistical,
    statistical: ranks.get(key)!,
  }))
  const ofCells = hexes.map(({ i, j, register, group, band }, index): PublishedFigure => {
    return {
      name: `${period}, cell ${i},${j}, ${register}, ${group}`,
      where: `${i}, ${j}`,
      counts: 'cell',
      register,
      group,
      region: regions.indexOf(`cell:${i},${j}`, () => ({ kind: 'cell', i, j })),
      span,
      part: null,
      ...rangeOfBand(band),
      hidden: band === 'not-shown' ? { maxValue: MAX_UNSHOWN, orAbove: false } : null,
      price: PRICES.cell,
      at: { release, list: 'hexes', index },
    }
  })
  return [...ofAreas, ...ofParts, ...ofCells]
}

function statisticalRanks(areas: readonly StatisticalArea[]): ReadonlyMap<string, StatisticalRank> {
  const smallestFirst = areas.toSorted(
    (a, b) => (a.residents ?? 0) - (b.residents ?? 0) || (a.key < b.key ? -1 : 1),
  )
  return new Map(smallestFirst.map(({ key, district }, rank) => [key, { district, rank }]))
}

function placeFiguresOf(
  { placeId, name, planar, ringMetres, series, figures, profile }: PlaceContents,
  release: number,
  regions: CountedRegions,
  zone: Zone,
): PublishedFigure[] {
  const key = `place:${placeId}:${series}`
  const place = regions.zone(key, planar, 0, 0)
  const ofZones = figures.flatMap((figure, index): PublishedFigure[] => {
    if (figure.count === 'not-covered') return []
    const inside = figure.zone === 'place'
    return [
      {
        name: `${figure.from}, ${name} (${figure.zone}), ${figure.register}, ${figure.group}`,
        where: name,
        counts: figure.zone,
        register: figure.register,
        group: figure.group,
        region: inside ? place : regions.zone(key, planar, 0, ringMetres),
        span: spanOfFourWeeks(figure.from, zone)!,
        part: null,
        ...readCount(figure.count),
        price: inside ? PRICES.place : PRICES.ring,
        at: { release, list: 'figures', index },
      },
    ]
  })
  const ofProfile = profile.flatMap((figure, index): PublishedFigure[] => {
    if (figure.count === 'not-covered') return []
    return [
      {
        name: `${figure.year}, ${name}, ${figure.days} ${figure.hours}, ${figure.register}, ${figure.group}`,
        where: name,
        counts: 'place',
        register: figure.register,
        group: figure.group,
        region: place,
        span: spanOfPeriod(figure.year, zone),
        part: partOf(figure),
        ...readCount(figure.count),
        price: PRICES.profile,
        at: { release, list: 'profile', index },
      },
    ]
  })
  return [...ofZones, ...ofProfile]
}

const HOURS: readonly PlaceProfileFigure['hours'][] = ['06-14', '14-22', '22-06']

function partOf({ days, hours }: PlaceProfileFigure): number {
  return (days === 'weekend' ? HOURS.length : 0) + HOURS.indexOf(hours)
}

/** Future figures of places for weeks that district releases already cover. */
function unreleasedFiguresOf(
  { place, from }: UnreleasedWeeks,
  regions: CountedRegions,
  zone: Zone,
): PublishedFigure[] {
  const { placeId, series, name, planar, ringMetres } = place
  return place.figures.map((figure, index) => ({
    name: `${from}, ${name} (${figure.zone}), ${figure.register}, ${figure.group}, not told yet`,
    where: name,
    counts: figure.zone,
    register: figure.register,
    group: figure.group,
    region: regions.zone(`place:${placeId}:${series}`, planar, 0, figure.zone === 'place' ? 0 : ringMetres),
    span: spanOfFourWeeks(from, zone)!,
    part: null,
    ...readCount('withheld'),
    price: Infinity,
    at: { release: -1, list: 'unreleased', index },
  }))
}

/** Counts given out on request, which can no longer be hidden. */
function givenFiguresOf(
  given: readonly GivenFigure[],
  list: 'given' | 'requested',
  regions: CountedRegions,
  zone: Zone,
): PublishedFigure[] {
  return given.map(({ name, outlineKey, planar, register, group, from, to, low, high }, index) => ({
    name,
    where: name,
    counts: 'area',
    register,
    group,
    region: regions.zone(outlineKey, planar, 0, 0),
    span: spanOfDays(from, to, zone),
    part: null,
    low,
    high,
    hidden: null,
    price: Infinity,
    at: { release: -1, list, index },
  }))
}
