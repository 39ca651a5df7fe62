import { CityText } from '../ui/city-text.tsx'
import { gapsOf } from './gaps.ts'
import type { PlaceWork } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

/** What is missing in the chain of what is decided, in plain words. */
export function GapsList({ work }: { readonly work: PlaceWork }) {
  const { measures: messages } = useMeasureMessages()
  const gaps = gapsOf(work)
  if (gaps.length === 0) return null
  return (
    <details class={prose.fold}>
      <summary>{messages.gaps}</summary>
      <ul>
        {gaps.map(({ kind, title }) => (
          <li key={`${kind} ${title}`}>
            <CityText>{title}</CityText>: {messages.gapKinds[kind]}
          </li>
        ))}
      </ul>
    </details>
  )
}
