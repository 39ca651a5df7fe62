import { useEffect, useMemo } from 'preact/hooks'
import type { CommitmentResponse } from '../../server/meetings/commitments/contract.ts'
import { MEETING_PATHS } from '../../server/meetings/paths.ts'
import type { WalkFindingResponse } from '../../server/walks/contract.ts'
import { WALK_PATHS } from '../../server/walks/paths.ts'
import { createResource } from '../app/api/resource.ts'
import { meetingAddress, meetingsAddress, walkAddress, walksAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { usePlaceMessages } from './messages.ts'
import sections from '../ui/sections.module.css'

interface LateOfPlace {
  readonly commitments: readonly CommitmentResponse[]
  readonly findings: readonly WalkFindingResponse[]
}

interface Items<T> {
  readonly items: readonly T[]
}

/** What is late at a place, with its owner: promises, and findings of walks that nobody has answered for 30 days. */
export function PlaceLate({ areaId }: { readonly areaId: number }) {
  const { http, session, language } = useSite()
  const { place: messages, formats } = usePlaceMessages()
  const found = useMemo(() => createResource<LateOfPlace>(), [areaId])
  const load = () =>
    found.load(async (signal) => {
      const [commitments, findings] = await Promise.all([
        http.get<Items<CommitmentResponse>>(`${MEETING_PATHS.commitments}?area=${areaId}`, signal),
        http.get<Items<WalkFindingResponse>>(`${WALK_PATHS.walkFindings}?area=${areaId}`, signal),
      ])
      return { commitments: commitments.items, findings: findings.items }
    })
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = found.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  const lang = language.value
  const late = [
    ...(value?.commitments ?? [])
      .filter(({ status }) => status === 'late')
      .map(({ id, what, who, dueOn, meetingId }) => ({
        key: `commitment ${id}`,
        what,
        who,
        dueOn,
        href: meetingId === null ? meetingsAddress(lang) : meetingAddress(meetingId, lang),
      })),
    ...(value?.findings ?? [])
      .filter((finding) => finding.late)
      .map(({ id, text, near, areaName, who, dueOn, partOf }) => ({
        key: `finding ${id}`,
        what: text ?? near ?? areaName,
        who,
        dueOn,
        href: partOf === null ? walksAddress(lang) : walkAddress(partOf, lang),
      })),
  ]
  if (late.length === 0) return null
  return (
    <section class={sections.section} aria-labelledby="late">
      <h2 id="late">{messages.late}</h2>
      <ul class={sections.sentences}>
        {late.map(({ key, what, who, dueOn, href }) => (
          <li key={key}>
            <a href={href}>
              <CityText>{what}</CityText>
            </a>
            {' · '}
            {who === null ? messages.nobodysYet : <CityText>{who}</CityText>}
            {dueOn !== null && ` · ${messages.wasDue(formats.date(dueOn))}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
