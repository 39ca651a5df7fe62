import type { Interval, OpenInterval } from '../../server/checks/contract.ts'
import type { Formats } from '../i18n/formats.ts'

/** Low–high as ratios; an interval without an upper bound ends with "→". */
export function ratioInterval({ low, high }: OpenInterval, formats: Formats): string {
  return high === null ? `${formats.ratio(low)} →` : `${formats.ratio(low)}–${formats.ratio(high)}`
}

/** Low–high as counts. */
export function countInterval({ low, high }: Interval, formats: Formats): string {
  return `${formats.count(low)}–${formats.count(high)}`
}
