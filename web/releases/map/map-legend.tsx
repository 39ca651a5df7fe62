import { STEPS } from './breaks.ts'
import { choiceText } from './choice-text.ts'
import type { PublicStyle } from './public-style.ts'
import { useReleaseMessages } from '../messages.ts'
import styles from './map-legend.module.css'

const BANDS = [
  ['10', '24'],
  ['25', '49'],
] as const

/** The legend: full title of the colouring, and its steps. */
export function MapLegend({ style: { choice, breaks } }: { readonly style: PublicStyle }) {
  const texts = useReleaseMessages()
  const { publicMap, formats } = texts
  const range = (from: number, to: number) => publicMap.legendRange(formats.count(from), formats.count(to))
  const rows =
    choice.unit === 'areas'
      ? [
          [0, publicMap.legendFew],
          [1, range(5, breaks[0] - 5)],
          [2, range(breaks[0], breaks[1] - 5)],
          [3, range(breaks[1], breaks[2] - 5)],
          [4, publicMap.legendFrom(formats.count(breaks[2]))],
        ]
      : [
          [1, publicMap.legendRange(...BANDS[0])],
          [2, publicMap.legendRange(...BANDS[1])],
          [3, publicMap.legendFrom('50')],
        ]
  return (
    <>
      <p class={styles.disclosures}>{choiceText(choice, texts)}</p>
      <ul class={styles.legend}>
        {(rows as [number, string][]).map(([step, label]) => (
          <li key={step}>
            <svg class={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
              <rect class={styles.hueGround} width="20" height="14" rx="2" fill={STEPS[step] ?? STEPS[0]} />
            </svg>
            {label}
          </li>
        ))}
        {choice.unit === 'areas' ? (
          <li>
            <svg class={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
              <rect class={styles.hatchGround} width="20" height="14" rx="2" />
              <path class={styles.hatchLines} d="M-2 12L10 0M4 16L18 2M12 16L22 6" />
            </svg>
            {publicMap.legendNotCovered}
          </li>
        ) : (
          <li>
            <svg class={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
              <rect class={styles.hatchGround} width="20" height="14" rx="2" />
            </svg>
            {publicMap.legendNotShown}
          </li>
        )}
      </ul>
    </>
  )
}
