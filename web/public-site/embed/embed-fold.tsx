import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { useSite } from '../../app/site-context.ts'
import { useStartMessages } from '../messages.ts'
import { usePublicData } from '../public-context.ts'
import { embedCode } from './embed-code.ts'
import styles from './embed-fold.module.css'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

/** The code with which another site shows this page's map. @param area the one that is shown; null = the city */
export function EmbedFold({ area }: { readonly area: string | null }) {
  const { language } = useSite()
  const { embed, start } = useStartMessages()
  const name = usePublicData().areas.value.find(({ key }) => key === area)?.name
  const id = useId()
  const copied = useSignal(false)
  const code = embedCode({
    origin: location.origin,
    area,
    language: language.value,
    title: name === undefined ? start.pageTitle : embed.frameTitle(name),
  })
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    copied.value = true
  }
  return (
    <details class={prose.fold}>
      <summary>{embed.fold}</summary>
      <label for={id} class={prose.hint}>
        {embed.foldHint}
      </label>
      <textarea id={id} class={styles.code} rows={9} readOnly spellcheck={false} value={code} />
      {'clipboard' in navigator && (
        <button type="button" class={controls.button} onClick={() => void copy()}>
          {embed.copy}
        </button>
      )}
      <p role="status" class={prose.hint}>
        {copied.value ? embed.copied : ''}
      </p>
    </details>
  )
}
