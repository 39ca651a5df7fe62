import type { ComponentChildren } from 'preact'
import { GroundPicture, PICTURE_WIDTH, pictureOf } from './ground-picture.tsx'
import type { Ground, LngLat } from './report-calls.ts'
import { useReportTexts } from './report-context.ts'
import styles from './place-map.module.css'

interface PlaceMapProps {
  readonly ground: Ground
  readonly position: LngLat | null
  readonly onPoint: (position: LngLat) => void
  /** Drawn on the map, in units of its picture. */
  readonly children?: ComponentChildren
}

/** A small map of the place to point on. Its list of names does the same from the keyboard. */
export function PlaceMap({ ground, position, onPoint, children }: PlaceMapProps) {
  const { messages } = useReportTexts()
  const { height, toPicture, toEarth } = pictureOf(ground)
  const [x, y] = position === null ? [0, 0] : toPicture([position.lon, position.lat])
  return (
    <svg
      class={styles.map}
      viewBox={`0 0 ${PICTURE_WIDTH} ${height}`}
      role="img"
      aria-label={messages.mapAlt}
      data-part="place-map"
      onClick={({ currentTarget, clientX, clientY }) => {
        const box = currentTarget.getBoundingClientRect()
        onPoint(
          toEarth(
            ((clientX - box.left) / box.width) * PICTURE_WIDTH,
            ((clientY - box.top) / box.height) * height,
          ),
        )
      }}
    >
      <GroundPicture ground={ground} />
      {children}
      {position !== null && <circle class={styles.point} cx={x} cy={y} r="9" />}
    </svg>
  )
}
