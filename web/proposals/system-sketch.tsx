import type { CityOutline } from '../../server/proposals/contract.ts'
import { type SketchFrame, sketchFrame } from './sketch-frame.ts'
import styles from './system-choice.module.css'

type Points = readonly (readonly [lon: number, lat: number])[]

const SIZE = { width: 112, height: 84 }
const PADDING = 7

/** Where positions lie beside the city. Words stand beside it, so it is hidden from who does not see. */
export function SystemSketch({ city, points }: { readonly city: CityOutline; readonly points: Points }) {
  const frame = sketchFrame([...city.study.flat(2), ...points], SIZE, PADDING)
  const dots = points.map(frame)
  return (
    <svg class={styles.sketch} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      <path class={styles.study} d={outlines(city.study, frame)} fill-rule="evenodd" />
      <path class={styles.water} d={outlines(city.water, frame)} fill-rule="evenodd" />
      <path class={styles.border} d={outlines(city.study, frame)} />
      <path class={styles.extent} d={boxRound(dots)} />
      {dots.map(([x, y], index) => (
        <circle key={index} class={styles.dot} cx={x} cy={y} r={2.4} />
      ))}
    </svg>
  )
}

function outlines(polygons: CityOutline['study'], frame: SketchFrame): string {
  return polygons.flatMap((rings) => rings.map((ring) => `M${ring.map(frame).join('L')}Z`)).join('')
}

/** A box round the dots, so that a file of one block is seen too. */
function boxRound(dots: readonly (readonly [number, number])[]): string {
  const [xs, ys] = [dots.map(([x]) => x), dots.map(([, y]) => y)]
  const [west, east] = [Math.min(...xs) - BOX_MARGIN, Math.max(...xs) + BOX_MARGIN]
  const [top, bottom] = [Math.min(...ys) - BOX_MARGIN, Math.max(...ys) + BOX_MARGIN]
  return `M${west},${top}H${east}V${bottom}H${west}Z`
}

const BOX_MARGIN = 4
