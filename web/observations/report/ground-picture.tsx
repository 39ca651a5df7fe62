import type { Ground, LngLat } from './report-calls.ts'
import styles from './place-map.module.css'

/** Width of the picture of a ground, in its own units. */
export const PICTURE_WIDTH = 360
const LINE_CLASSES = { way: styles.way, open: styles.open, building: styles.building } as const

/** Between degrees and the picture: over a few kilometres a degree of longitude is as long everywhere. */
export function pictureOf({ bounds: [west, south, east, north] }: Ground) {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = PICTURE_WIDTH / ((east - west) * narrowing)
  return {
    height: Math.round((north - south) * scale),
    toPicture: ([lon, lat]: readonly [number, number]): readonly [number, number] => [
      round((lon - west) * narrowing * scale),
      round((north - lat) * scale),
    ],
    toEarth: (x: number, y: number): LngLat => ({
      lon: west + x / (narrowing * scale),
      lat: north - y / scale,
    }),
  }
}

/** What a small map of an area is drawn of: its ways and houses, its outline, and names that stand clear. */
export function GroundPicture({ ground }: { readonly ground: Ground }) {
  const { toPicture } = pictureOf(ground)
  const path = (line: readonly (readonly [number, number])[]) =>
    `M${line.map((at) => toPicture(at).join(' ')).join('L')}`
  return (
    <>
      {ground.lines.map(({ kind, line }, k) => (
        <path key={k} class={LINE_CLASSES[kind]} d={path(line)} />
      ))}
      {ground.outline.map((ring, k) => (
        <path key={k} class={styles.outline} d={path(ring)} />
      ))}
      {apart(ground.spots.map(({ name, lon, lat }) => ({ name, at: toPicture([lon, lat]) }))).map(
        ({ name, at: [left, top] }) => (
          <text key={name} class={styles.name} x={left} y={top}>
            {name}
          </text>
        ),
      )}
    </>
  )
}

interface Label {
  readonly name: string
  readonly at: readonly [number, number]
}

const LETTER_WIDTH = 6
const LINE_HEIGHT = 13

/** The labels that stand whole and clear of those before them. */
function apart(labels: readonly Label[]): readonly Label[] {
  const halfWidth = ({ name }: Label) => (name.length * LETTER_WIDTH) / 2
  const shown: Label[] = []
  for (const label of labels) {
    const [x, y] = label.at
    const isWhole = x >= halfWidth(label) && x <= PICTURE_WIDTH - halfWidth(label) && y >= LINE_HEIGHT
    const isClear = shown.every(
      (other) =>
        Math.abs(other.at[1] - y) > LINE_HEIGHT ||
        Math.abs(other.at[0] - x) > halfWidth(other) + halfWidth(label),
    )
    if (isWhole && isClear) shown.push(label)
  }
  return shown
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
