import type { Ref } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { CITY_LANGUAGE } from '../../../server/platform/messages.ts'
import { findPersonalData } from '../../../server/platform/personal-data/find-personal-data.ts'
import { personalDataText } from '../../i18n/personal-data-text.ts'
import { useSite } from '../site-context.ts'
import fields from '../../ui/fields.module.css'

interface ImpersonalInputProps {
  readonly value: string
  readonly onText: (text: string) => void
  readonly maxLength: number
  readonly required?: boolean
  /** Id of a list of suggestions. */
  readonly list?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** Lines of a text of several; absent for one line. */
  readonly rows?: number
  readonly class?: string | undefined
}

/** A text that names nobody: what does is told as one types, and its form is not sent. */
export function ImpersonalInput({ value, onText, inputRef, rows, ...limits }: ImpersonalInputProps) {
  const { language } = useSite()
  const found = findPersonalData(value)
  const problem = found === null ? '' : personalDataText(found, language.value)
  const own = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  useEffect(() => own.current?.setCustomValidity(problem), [problem])
  const shared = {
    lang: CITY_LANGUAGE,
    'aria-invalid': problem !== '',
    value,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onText(currentTarget.value),
  }
  return (
    <>
      {rows === undefined ? (
        <input
          {...limits}
          ref={(input) => {
            own.current = input
            if (typeof inputRef === 'function') inputRef(input)
            else if (inputRef) inputRef.current = input
          }}
          type="text"
          autocomplete="off"
          {...shared}
        />
      ) : (
        <textarea {...limits} rows={rows} ref={own as Ref<HTMLTextAreaElement>} {...shared} />
      )}
      {problem !== '' && (
        <span class={fields.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
