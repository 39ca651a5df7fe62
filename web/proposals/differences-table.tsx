import type { ComparedCheck, CountEvidence, Evidence } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { countInterval, ratioInterval } from '../checks/interval-text.ts'
import { useProposalMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface DifferencesProps {
  readonly here: Evidence
  readonly alternative: NonNullable<ComparedCheck['alternative']>
}

/** The counts of two sites by group, with the ratio of their rates where it can be computed; never a sum or a score. */
export function DifferencesTable({ here, alternative }: DifferencesProps) {
  const categoryName = useCategoryName()
  const { alternatives: messages, formats } = useProposalMessages()
  const { evidence: there, differences } = alternative
  const counts = here.counts.filter(({ zone, group }) => zone === 0 && group !== null)
  const count = (found: CountEvidence | undefined) =>
    found === undefined ? (
      '–'
    ) : (
      <>
        {formats.count(found.count)}
        <small>{countInterval(found.interval, formats)}</small>
        {found.perHectare !== null && (
          <small>{messages.perHectare(formats.decimal(found.perHectare, 1))}</small>
        )}
      </>
    )
  return (
    <>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.title}>
        <table class={tables.figures} data-part="differences-of-sites">
          <thead>
            <tr>
              <th scope="col">{messages.group}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">{messages.ratio}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((found) => {
              const difference = differences.groups.find(({ group }) => group === found.group)
              return (
                <tr key={found.id}>
                  <th scope="row">{categoryName(found.group ?? '')}</th>
                  <td>{count(found)}</td>
                  <td>{count(there.counts.find(({ id }) => id === found.id))}</td>
                  <td>
                    {difference?.ratio == null ? '–' : formats.ratio(difference.ratio)}
                    {difference?.scaled === true && '\u00a0*'}
                    {difference !== undefined && <small>{ratioInterval(difference.interval, formats)}</small>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p class={prose.hint}>
        {differences.sharedCells > 0
          ? messages.shared(formats.count(differences.sharedCells))
          : messages.method}
        {differences.groups.some(({ scaled }) => scaled) && ` * ${messages.scaled}`}
      </p>
    </>
  )
}
