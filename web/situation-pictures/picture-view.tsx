import type { ComponentChildren } from 'preact'
import { FrozenFigures } from './frozen-figures.tsx'
import type { Picture, PictureLine } from './picture-calls.ts'
import { headingsOf, usePictureMessages } from './messages.ts'
import { CityText } from '../ui/city-text.tsx'
import prose from '../ui/prose.module.css'
import styles from './situation-pictures.module.css'

interface PictureViewProps {
  readonly picture: Picture
  /** What parties added to it. */
  readonly lines: readonly PictureLine[]
  readonly children?: ComponentChildren
}

/** One picture: its four headings, with the lines of parties under them, who agrees, and the figures it rests on. */
export function PictureView({ picture, lines, children }: PictureViewProps) {
  const { pictures: messages, formats } = usePictureMessages()
  const agreeing = lines.filter(({ text }) => text === null).map(({ party }) => party ?? '')
  return (
    <div class={styles.picture}>
      <p class={styles.period}>
        {formats.days(picture.periodFrom, picture.periodTo)}
        <span class={styles.state}>{stateText(picture)}</span>
      </p>
      <dl class={styles.headings}>
        {headingsOf(messages).map(([heading, title]) => {
          const added = lines.filter((line) => line.heading === heading)
          if (picture[heading] === null && added.length === 0) return null
          return (
            <div key={heading}>
              <dt>{title}</dt>
              {picture[heading] !== null && (
                <dd>
                  <CityText>{picture[heading]}</CityText>
                </dd>
              )}
              {added.map(({ id, party, text }) => (
                <dd key={id} class={styles.line}>
                  <CityText>{`${party}: ${text}`}</CityText>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
      {agreeing.length > 0 && <p class={prose.hint}>{messages.agreed(agreeing.join(', '))}</p>}
      {picture.figures !== null && <FrozenFigures figures={picture.figures} />}
      {children}
    </div>
  )

  function stateText({ spokenOn, state, changed }: Picture): string {
    if (spokenOn !== null) return messages.spoken(formats.date(spokenOn))
    if (state === 'handed-in') return messages.handedIn(formats.date(changed.at))
    return messages.states[state as keyof typeof messages.states]
  }
}
