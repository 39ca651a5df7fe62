import { area, length, lineString, polygon } from '@turf/turf'
import { useMapState } from '../../map/map-state.ts'
import { useWorkspaceMessages } from '../messages.ts'
import type { Point } from './measure-distance.ts'
import controls from '../../ui/controls.module.css'
import styles from './map-view.module.css'

/** What has been measured on the map: length of the line, and the area that it would close. */
export function DistanceStrip() {
  const { measured } = useMapState()
  const { map, formats } = useWorkspaceMessages()
  const points = measured.value
  if (points === null) return null
  const metres = lengthOf(points)
  return (
    <p class={styles.strip} role="status" data-part="distance">
      {points.length < 2
        ? map.measureHint
        : map.measured(
            metres < 1000 ? `${formats.decimal(metres, 0)} m` : `${formats.decimal(metres / 1000, 2)} km`,
            points.length < 3 ? null : formats.area(areaOf(points)),
          )}{' '}
      <button
        type="button"
        class={controls.linkButton}
        disabled={points.length === 0}
        onClick={() => (measured.value = points.slice(0, -1))}
      >
        {map.measureBack}
      </button>{' '}
      <button type="button" class={controls.linkButton} onClick={() => (measured.value = null)}>
        {map.measureEnd}
      </button>
    </p>
  )
}

const lengthOf = (points: readonly Point[]) =>
  points.length < 2 ? 0 : length(lineString(points.map((point) => [...point])), { units: 'meters' })

const areaOf = (points: readonly Point[]) =>
  area(polygon([[...points, points[0]!].map((point) => [...point])]))
