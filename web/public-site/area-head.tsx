import type { ReleaseArea } from '../releases/release.ts'
import { AreaSearch } from './area-search.tsx'
import { NoticesSection } from './notices-section.tsx'
import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import styles from './area-page.module.css'
import controls from '../ui/controls.module.css'

interface AreaHeadProps {
  readonly area: ReleaseArea
  readonly onChoose: (area: string | null) => void
}

/** What stands above the map of one area: ways to others, its name, and what people are informed of now. */
export function AreaHead({ area, onChoose }: AreaHeadProps) {
  const { start, formats } = useStartMessages()
  const { areas } = usePublicData()
  const { residents, landKm2 } = area
  return (
    <>
      <nav class={styles.nav} aria-label={start.otherArea}>
        <button type="button" class={controls.linkButton} onClick={() => onChoose(null)}>
          ← {start.backToAll}
        </button>
        <details class={styles.change}>
          <summary>{start.otherArea}</summary>
          <AreaSearch areas={areas.value} onChoose={({ key }) => onChoose(key)} />
        </details>
      </nav>
      <section class={styles.head}>
        <h1 tabIndex={-1}>{area.name}</h1>
        <p class={styles.facts}>
          {residents === null ? start.noResidents : start.residents(formats.count(residents))}
          {' · '}
          {start.land(formats.decimal(landKm2, 1))}
        </p>
      </section>
      <NoticesSection area={area} />
    </>
  )
}
