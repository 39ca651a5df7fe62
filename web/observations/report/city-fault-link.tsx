import type { LngLat } from './report-calls.ts'
import { useReportTexts } from './report-context.ts'
import styles from './report.module.css'

interface CityFaultLinkProps {
  /** Where the city takes faults; null where nobody said. */
  readonly url: string | null
  readonly position: LngLat | null
}

/** The way to the city's own channel, with the position. */
export function CityFaultLink({ url, position }: CityFaultLinkProps) {
  const { messages } = useReportTexts()
  if (url === null) return null
  return (
    <p class={styles.hint}>
      <a href={withPosition(url, position)} target="_blank" rel="noreferrer">
        {messages.cityFault}
      </a>
      {'. '}
      {messages.cityFaultHint}
    </p>
  )
}

function withPosition(url: string, position: LngLat | null): string {
  const address = new URL(url)
  if (position !== null) {
    address.searchParams.set('lat', position.lat.toFixed(5))
    address.searchParams.set('lon', position.lon.toFixed(5))
  }
  return address.href
}
