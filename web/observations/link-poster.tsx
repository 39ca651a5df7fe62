import { useEffect, useRef } from 'preact/hooks'
import { CityText } from '../ui/city-text.tsx'
import { useObservationMessages } from './messages.ts'
import type { MadeReportLink } from './observation-calls.ts'
import styles from './link-poster.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface LinkPosterProps {
  readonly made: MadeReportLink
  readonly onDone: () => void
}

/** The code to hang up, as it is printed; its address is told this once. */
export function LinkPoster({ made: { link, url, qr }, onDone }: LinkPosterProps) {
  const { observations: messages } = useObservationMessages()
  const poster = useRef<HTMLElement>(null)
  useEffect(() => poster.current?.focus(), [])
  return (
    <figure class={styles.poster} ref={poster} tabIndex={-1} data-part="poster">
      <p class={styles.title}>{messages.posterTitle}</p>
      <img
        class={styles.code}
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={messages.qrAlt(link.label)}
      />
      <figcaption>
        <CityText>{link.areaName}</CityText> · <CityText>{link.label}</CityText>
      </figcaption>
      <p class={styles.help}>{messages.posterHelp}</p>
      <div class={styles.tools}>
        <p class={prose.hint}>{messages.shownOnce}</p>
        <input
          type="text"
          readOnly
          aria-label={messages.links}
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
          class={fields.field}
        />
        <p class={controls.row}>
          <button type="button" class={controls.strongButton} onClick={() => window.print()}>
            {messages.print}
          </button>
          <button type="button" class={controls.quietButton} onClick={onDone}>
            {messages.done}
          </button>
        </p>
      </div>
    </figure>
  )
}
