import type { Bounds, Preview } from './import-calls.ts'
import { useImportMessages } from './messages.ts'
import styles from './imports-page.module.css'

const WIDTH = 220
const HEIGHT = 150
const PADDING = 8
/** Narrower boxes are drawn as wide as this, degrees. */
const MIN_DEGREES = 0.002

/** The box round a file's rows beside the city's, in words and drawn. */
export function ExtentSketch({ extent: { file, city } }: Pick<Preview, 'extent'>) {
  const { imports: messages, formats } = useImportMessages()
  if (file === null || city === null) return null
  const place = frameOf(file, city)
  return (
    <figure class={styles.extent}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class={styles.cityBox} {...place(city)} />
        <rect class={styles.fileBox} {...place(file)} />
      </svg>
      <figcaption>
        {messages.whereText(formats.share(shareWithin(file, city)))}
        <span class={styles.key} data-of="city">
          {messages.cityBox}
        </span>
        <span class={styles.key} data-of="file">
          {messages.fileBox}
        </span>
      </figcaption>
    </figure>
  )
}

/** Where a box is drawn, north up. */
function frameOf(a: Bounds, b: Bounds) {
  const [west, south] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
  const [east, north] = [Math.max(a[2], b[2]), Math.max(a[3], b[3])]
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (WIDTH - 2 * PADDING) / Math.max((east - west) * narrowing, MIN_DEGREES),
    (HEIGHT - 2 * PADDING) / Math.max(north - south, MIN_DEGREES),
  )
  return (box: Bounds) => ({
    x: PADDING + (box[0] - west) * narrowing * scale,
    y: PADDING + (north - box[3]) * scale,
    width: Math.max(2, (box[2] - box[0]) * narrowing * scale),
    height: Math.max(2, (box[3] - box[1]) * scale),
  })
}

/** The share of a box that lies within another, 0–1. */
function shareWithin(box: Bounds, other: Bounds): number {
  const along = (low: 0 | 1) => {
    const [from, to] = [Math.max(box[low], other[low]), Math.min(box[low + 2]!, other[low + 2]!)]
    const length = box[low + 2]! - box[low]
    return length === 0 ? Number(from <= to) : Math.max(0, to - from) / length
  }
  return along(0) * along(1)
}
