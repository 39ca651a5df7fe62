import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals'
import { isYear } from '../releases/area-series.ts'
import {
  attributeOf,
  type MapChoice,
  type MapUnit,
  type Overlay,
  seriesOnOffer,
  UNITS,
} from '../releases/map/map-choice.ts'
import type { PublicData } from './public-data.ts'

/** What a map shows and what else it may show. */
interface MapChoices {
  readonly offered: ReadonlySignal<ReturnType<typeof seriesOnOffer>>
  /** Ways to draw the chosen series: rates where there are residents, cells where there is a year of them. */
  readonly units: ReadonlySignal<readonly MapUnit[]>
  readonly choice: ReadonlySignal<MapChoice | null>
  readonly requested: Signal<string>
  readonly unit: Signal<MapUnit>
  readonly overlays: Signal<readonly Overlay[]>
}

/** The choices of a map: rates of one register's group first, and counts where nobody is known to live. */
export function useMapChoice(data: PublicData): MapChoices {
  const requested = useSignal('police_property')
  const unit = useSignal<MapUnit>('rates')
  const overlays = useSignal<readonly Overlay[]>([])
  const offered = useComputed(() => seriesOnOffer(data.figures.value))
  const found = useComputed(
    () => offered.value.find(({ series }) => attributeOf(series) === requested.value) ?? offered.value[0],
  )
  const year = useComputed(() => data.figures.value.find(({ period }) => isYear(period))?.period)
  const units = useComputed(() => {
    const allowed: Readonly<Record<MapUnit, boolean>> = {
      rates: data.areas.value.some(({ residents }) => residents !== null),
      counts: true,
      hexes: year.value !== undefined && found.value?.series.group !== 'people',
    }
    return UNITS.filter((one) => allowed[one])
  })
  const choice = useComputed((): MapChoice | null => {
    if (found.value === undefined) return null
    const { series, period } = found.value
    const drawn = units.value.includes(unit.value) ? unit.value : units.value[0]!
    return {
      series,
      period: drawn === 'hexes' ? year.value! : period,
      unit: drawn,
      overlays: overlays.value,
    }
  })
  return { offered, units, choice, requested, unit, overlays }
}
