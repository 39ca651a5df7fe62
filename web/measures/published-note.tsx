import type { Evaluation } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

type Published = NonNullable<NonNullable<NonNullable<Evaluation['figures']>['comparison']>['published']>

/** The published formulas beside the result, folded away: WDD, RES and WDQ with their control. */
export function PublishedNote({ published }: { readonly published: Published }) {
  const { measures: messages, formats } = useMeasureMessages()
  const { control, difference, effect, quotient } = published
  const signed = (value: number) => formats.decimal(value, 1)
  return (
    <details class={prose.fold}>
      <summary>{messages.effectSizes}</summary>
      <p class={prose.hint}>
        {messages.effectSizesLead(formats.count(control.site.before), formats.count(control.site.after))}
      </p>
      <ul>
        <li>
          {messages.wdd(
            signed(difference.difference),
            signed(difference.interval.low),
            signed(difference.interval.high),
          )}
        </li>
        <li>
          {effect === null
            ? messages.resNone
            : messages.res(
                formats.ratio(effect.ratio),
                formats.ratio(effect.interval.low),
                formats.ratio(effect.interval.high),
              )}
        </li>
        <li>{quotient === null ? messages.wdqNone : messages.wdq(formats.decimal(quotient, 2))}</li>
      </ul>
    </details>
  )
}
