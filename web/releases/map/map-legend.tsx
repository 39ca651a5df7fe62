import type { ComponentChildren } from 'preact'
import type { AreaPattern } from './area-paint.ts'
import { STEPS } from './breaks.ts'
import { choiceText } from './choice-text.ts'
import type { PublicStyle } from './public-style.ts'
import { FEW_RADIUS_PX, legendCounts, radiusOf } from './symbol-size.ts'
import { useReleaseMessages } from '../messages.ts'
import styles from './map-legend.module.css'

const BANDS = [
  ['10', '24'],
  ['25', '49'],
] as const

/** The legend: the full title of what is drawn, its steps or circles, and every state without a number that occurs. */
export function MapLegend({ style }: { readonly style: PublicStyle }) {
  const texts = useReleaseMessages()
  const { choice, paint } = style
  const title = choiceText(choice, texts)
  const isRates = choice.unit === 'rates'
  return (
    <>
      <p class={styles.disclosures}>{isRates ? texts.publicMap.perResidents(title) : title}</p>
      <ul class={styles.legend}>
        {isRates && <RateSteps breaks={paint.breaks} />}
        {choice.unit === 'counts' && <CountCircles paint={paint} />}
        {choice.unit === 'hexes' && <CellBands />}
        <States style={style} />
      </ul>
    </>
  )
}

function RateSteps({ breaks: [second, third, fourth] }: Pick<PublicStyle['paint'], 'breaks'>) {
  const { publicMap, formats } = useReleaseMessages()
  const between = (from: number, to: number) => publicMap.legendBelow(formats.count(from), formats.count(to))
  return (
    <>
      <Step of={0}>{publicMap.legendUnder(formats.count(second))}</Step>
      <Step of={1}>{between(second, third)}</Step>
      <Step of={2}>{between(third, fourth)}</Step>
      <Step of={3}>{publicMap.legendFrom(formats.count(fourth))}</Step>
    </>
  )
}

function CellBands() {
  const { publicMap } = useReleaseMessages()
  return (
    <>
      <Step of={1}>{publicMap.legendRange(...BANDS[0])}</Step>
      <Step of={2}>{publicMap.legendRange(...BANDS[1])}</Step>
      <Step of={3}>{publicMap.legendFrom('50')}</Step>
      <li>
        <Swatch>
          <rect class={styles.ground} width="20" height="14" rx="2" />
        </Swatch>
        {publicMap.legendNotShown}
      </li>
    </>
  )
}

function CountCircles({ paint: { greatest, circles } }: Pick<PublicStyle, 'paint'>) {
  const { publicMap, formats } = useReleaseMessages()
  return (
    <>
      {greatest > 0 &&
        legendCounts(greatest).map((count) => (
          <li key={count}>
            <Circle radius={radiusOf(count, greatest)} isFew={false} />
            {formats.count(count)}
          </li>
        ))}
      {[...circles.values()].some(({ isFew }) => isFew) && (
        <li>
          <Circle radius={FEW_RADIUS_PX} isFew />
          {publicMap.legendFew}
        </li>
      )}
    </>
  )
}

function Circle({ radius, isFew }: { readonly radius: number; readonly isFew: boolean }) {
  const size = 2 * (radius + 1)
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle class={styles.circle} data-few={isFew} cx={radius + 1} cy={radius + 1} r={radius} />
    </svg>
  )
}

const PATTERNS: readonly AreaPattern[] = ['few', 'uncovered', 'refused']

/** The states that occur, each by its name. Two of them look alike on the map, where each area says which it is. */
function States({ style: { paint, marks } }: Pick<{ style: PublicStyle }, 'style'>) {
  const namesOf = (pattern: AreaPattern) => {
    const states = (marks?.features ?? [])
      .filter(({ properties }) => paint.patterns.get(properties.key) === pattern)
      .map(({ properties }) => properties.state)
    return [...new Set(states)].join(', ')
  }
  return (
    <>
      {PATTERNS.filter((pattern) => namesOf(pattern) !== '').map((pattern) => (
        <li key={pattern}>
          <Swatch>
            <rect class={styles.ground} width="20" height="14" rx="2" />
            <path class={styles.marks} data-pattern={pattern} d={MARKS[pattern]} />
          </Swatch>
          {namesOf(pattern)}
        </li>
      ))}
    </>
  )
}

const LINES = 'M-2 12L10 0M4 16L18 2M12 16L22 6'
const MARKS: Readonly<Record<AreaPattern, string>> = {
  few: 'M4 4h.1M10 4h.1M16 4h.1M7 9h.1M13 9h.1',
  uncovered: LINES,
  refused: `${LINES}M-2 2L8 14M4 -2L16 14M12 -2L22 10`,
}

function Step({ of, children }: { readonly of: number; readonly children: string }) {
  return (
    <li>
      <Swatch>
        <rect class={styles.hue} width="20" height="14" rx="2" fill={STEPS[of] ?? STEPS[0]} />
      </Swatch>
      {children}
    </li>
  )
}

function Swatch({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
      {children}
    </svg>
  )
}
