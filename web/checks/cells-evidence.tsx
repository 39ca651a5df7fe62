import type { CellEvidence } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { ratioInterval } from './interval-text.ts'
import { useCheckMessages } from './messages.ts'
import tables from '../ui/tables.module.css'
import { ClassDot } from '../map/class-dot.tsx'

/** The cells that the area touches and that differ from an even spread. */
export function CellsEvidence({ cells }: { readonly cells: readonly CellEvidence[] }) {
  const categoryName = useCategoryName()
  const { check: messages, cells: shared, formats } = useCheckMessages()
  return (
    <EvidenceFold title={messages.cells.title}>
      {cells.length === 0 ? (
        <p>{messages.cells.none}</p>
      ) : (
        <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.cells.title}>
          <table class={tables.figures}>
            <thead>
              <tr>
                <th scope="col">{messages.cells.group}</th>
                <th scope="col">{messages.cells.class}</th>
                <th scope="col">{messages.cells.count}</th>
                <th scope="col">{messages.cells.ratio}</th>
                <th scope="col">{messages.cells.share}</th>
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <tr key={cell.id} data-evidence={cell.id}>
                  <th scope="row">{categoryName(cell.group)}</th>
                  <td class={tables.words}>
                    <ClassDot of={cell.class} />
                    {shared.classShort[cell.class]}
                  </td>
                  <td>{formats.count(cell.count)}</td>
                  <td>
                    {formats.ratio(cell.ratio)}
                    <small>{ratioInterval(cell.interval, formats)}</small>
                  </td>
                  <td>{formats.share(cell.shareOfFootprint)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </EvidenceFold>
  )
}
