import { Terms } from '../glossary/terms.tsx'
import type { PublicWork } from '../../server/public-site/work/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { useStartMessages } from './messages.ts'
import styles from './area-page.module.css'
import sections from '../ui/sections.module.css'

/** What police and city promise the people of an area, and what came of it; nothing where nothing is promised. */
export function AreaPromises({ promises }: Pick<PublicWork, 'promises'>) {
  const { promises: messages, formats } = useStartMessages()
  if (promises.length === 0) return null
  return (
    <section class={sections.section} aria-labelledby="promises-title">
      <h2 id="promises-title">
        <Terms>{messages.title}</Terms>
      </h2>
      <ul class={styles.promises}>
        {promises.map(({ sentence, where, beginsOn, endsOn, state, outcome, decidedBy }) => (
          <li key={sentence}>
            <p>
              <strong>
                <CityText>{sentence}</CityText>
              </strong>
            </p>
            <p>
              {[where, formats.days(beginsOn, endsOn), decidedBy === null ? null : messages.by(decidedBy)]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            <p>
              {messages.states[state]}
              {outcome !== null && (
                <>
                  {' '}
                  <CityText>{outcome}</CityText>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
