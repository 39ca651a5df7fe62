import { startAddress } from '../app/route.ts'
import { useSite } from '../app/site-context.ts'
import { CitySection } from './city-section.tsx'
import { CityMeasures } from './city-measures.tsx'
import { NoticesSection } from './notices-section.tsx'
import { HelpSection } from './help-section.tsx'
import { usePublicData } from './public-context.ts'
import { TrustSection } from './trust-section.tsx'
import { useStartMessages } from './messages.ts'
import styles from './city-overview.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'

/** What stands below the map before an area is chosen: notices, list of areas, help, measures. */
export function CityOverview({ onChoose }: { readonly onChoose: (area: string) => void }) {
  const { language } = useSite()
  const { areas } = usePublicData()
  const { start } = useStartMessages()
  const isEmpty = areas.value.length === 0
  return (
    <>
      <NoticesSection />
      {!isEmpty && (
        <section class={sections.section} aria-labelledby="all-areas">
          <h2 id="all-areas">{start.allAreas}</h2>
          <p class={prose.hint}>{start.allAreasHint}</p>
          <ul class={styles.areas}>
            {areas.value.map(({ key, name }) => (
              <li key={key}>
                <a
                  href={startAddress(key, language.value)}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return
                    event.preventDefault()
                    onChoose(key)
                  }}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <HelpSection />
      <CityMeasures />
      <CitySection />
      <TrustSection />
    </>
  )
}
