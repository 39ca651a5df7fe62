import { countsOf, HIDING_REASONS, tallyOf } from './hidden-figures.ts'
import { useDeskMessages } from './messages.ts'
import type { WholeRelease } from './release-calls.ts'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'
import tables from '../../ui/tables.module.css'
import styles from './releases-page.module.css'

const MAX_NAMED = 10

/** How many figures a release hides and why, and what came of trying to work them out. */
export function HiddenReport({ release: { contents, attack } }: { readonly release: WholeRelease }) {
  const { desk, formats } = useDeskMessages()
  const { hidden } = desk
  const tally = tallyOf(countsOf(contents))
  const cells = contents.kind === 'public' ? contents.hexes : []
  const unshown = cells.filter(({ band }) => band === 'not-shown').length
  return (
    <section class={sections.section} aria-labelledby="hidden-figures" data-part="hidden-figures">
      <h3 id="hidden-figures">{hidden.title}</h3>
      <p class={prose.hint}>{hidden.lead}</p>
      <table class={`${tables.figures} ${styles.reasons}`}>
        <thead>
          <tr>
            <th scope="col">{hidden.reason}</th>
            <th scope="col">{hidden.figures}</th>
          </tr>
        </thead>
        <tbody>
          {(['shown', ...HIDING_REASONS] as const).map((reason) => (
            <tr key={reason}>
              <th scope="row">{hidden[reason]}</th>
              <td>{formats.count(tally[reason])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > 0 && (
        <p>
          <strong>{hidden.cells}.</strong>{' '}
          {hidden.cellsText(formats.count(cells.length - unshown), formats.count(unshown))}
        </p>
      )}
      <h4>{hidden.attackTitle}</h4>
      <p>
        {hidden.attack(formats.count(attack.hidden), formats.count(attack.constraints))}{' '}
        {attack.hiddenBesides > 0 ? hidden.repaired(formats.count(attack.hiddenBesides)) : hidden.notRepaired}{' '}
        {attack.breached.length === 0 && hidden.holds}
      </p>
      {attack.breached.length > 0 && <Breaches breached={attack.breached} />}
    </section>
  )
}

/** The figures that could be narrowed down: named, without their values. */
function Breaches({ breached }: { readonly breached: readonly string[] }) {
  const { desk, formats } = useDeskMessages()
  const { hidden } = desk
  const more = breached.length - MAX_NAMED
  return (
    <div class={prose.failure}>
      <p class={prose.noteTitle}>{hidden.breached(formats.count(breached.length))}</p>
      <ul>
        {breached.slice(0, MAX_NAMED).map((figure) => (
          <li key={figure}>{figure}</li>
        ))}
      </ul>
      {more > 0 && <p>{hidden.more(formats.count(more))}</p>}
    </div>
  )
}
