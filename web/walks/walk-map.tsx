import { GroundPicture, PICTURE_WIDTH, pictureOf } from '../observations/report/ground-picture.tsx'
import { useWalkMessages } from './messages.ts'
import type { Finding, Walk, WalkPlaces } from './walk-calls.ts'
import styles from './walk-page.module.css'

type Ground = NonNullable<WalkPlaces['ground']>
export type Stop = Walk['route'][number]

interface WalkMapProps {
  readonly ground: Ground
  readonly route: readonly Stop[]
  readonly findings: readonly Finding[]
  /** Takes a point; absent = read-only. */
  readonly onPoint?: (point: Stop) => void
}

/** The route and the numbered findings of a walk on a small map. */
export function WalkMap({ ground, route, findings, onPoint }: WalkMapProps) {
  const { walks: messages, formats } = useWalkMessages()
  const { height, toPicture, toEarth } = pictureOf(ground)
  const at = ({ lon, lat }: Stop) => toPicture([lon, lat])
  return (
    <svg
      class={onPoint === undefined ? styles.map : styles.drawnMap}
      viewBox={`0 0 ${PICTURE_WIDTH} ${height}`}
      role="img"
      aria-label={messages.mapAlt(formats.count(findings.length))}
      data-part="walk-map"
      onClick={({ currentTarget, clientX, clientY }) => {
        const box = currentTarget.getBoundingClientRect()
        onPoint?.(
          toEarth(
            ((clientX - box.left) / box.width) * PICTURE_WIDTH,
            ((clientY - box.top) / box.height) * height,
          ),
        )
      }}
    >
      <GroundPicture ground={ground} />
      {route.length > 0 && (
        <polyline class={styles.route} points={route.map((stop) => at(stop).join(',')).join(' ')} />
      )}
      {route.slice(0, 1).map((stop) => {
        const [x, y] = at(stop)
        return <circle key="start" class={styles.start} cx={x} cy={y} r="5" />
      })}
      {findings.map(({ id, position, late, dueOn }, k) => {
        if (position === null) return null
        const [x, y] = at(position)
        return (
          <g key={id} class={dueOn === null ? styles.good : late ? styles.latePoint : styles.point}>
            <circle cx={x} cy={y} r="10" />
            <text x={x} y={y + 4}>
              {k + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
