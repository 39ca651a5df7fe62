import type { RankEvidence } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { useCheckMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** The rank of the site among comparable places: how many have more, never a grade. */
export function RanksEvidence({ ranks }: { readonly ranks: readonly RankEvidence[] }) {
  const categoryName = useCategoryName()
  const { check: messages } = useCheckMessages()
  const matched = ranks[0]?.matchedOn
  return (
    <EvidenceFold title={messages.ranks.title}>
      <table class={tables.figuresWords}>
        <thead>
          <tr>
            <th scope="col">{messages.ranks.group}</th>
            <th scope="col">{messages.ranks.result}</th>
          </tr>
        </thead>
        <tbody>
          {ranks.map((rank) => (
            <tr key={rank.id} data-evidence={rank.id}>
              <th scope="row">{categoryName(rank.group)}</th>
              <td>{rank.status === 'ok' ? <Standing rank={rank} /> : messages.ranks[rank.status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {matched !== undefined && (
        <p class={prose.hint}>
          {messages.ranks.matched}: {messages.ranks.matchedOn[matched]}
        </p>
      )}
    </EvidenceFold>
  )
}

/** Evidence of methods before 3 has no share: its interval is of another statistic, and is not shown. */
function Standing({ rank }: { readonly rank: RankEvidence }) {
  const {
    check: { ranks: messages },
    formats,
  } = useCheckMessages()
  const { interval, share } = rank
  const isShare = typeof share === 'number' && interval !== null
  return (
    <>
      {messages.words(formats.count(rank.more), formats.count(rank.places))}
      {isShare && (
        <small> {messages.interval(formats.share(interval.low), formats.share(interval.high))}</small>
      )}
      {isShare && !rank.apart && ` ${messages.middle}`}
      {isShare && !rank.whole && ` ${messages.near}`}
    </>
  )
}
