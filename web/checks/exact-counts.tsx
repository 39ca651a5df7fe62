import type { ExactCount } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { useCheckMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** Counts inside the drawn line, for analysts. */
export function ExactCounts({ counts }: { readonly counts: readonly ExactCount[] }) {
  const categoryName = useCategoryName()
  const { check: messages, formats } = useCheckMessages()
  return (
    <EvidenceFold title={messages.exact.title}>
      <p class={prose.hint}>{messages.exact.lead}</p>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{messages.counts.what}</th>
            <th scope="col">{messages.counts.count}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ group, count }) => (
            <tr key={group}>
              <th scope="row">{categoryName(group)}</th>
              <td>{formats.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </EvidenceFold>
  )
}
