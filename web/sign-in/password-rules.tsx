import type { Signal } from '@preact/signals'
import { useTexts } from '../state/site-context.ts'
import { holdsPerson, PASSWORD_LENGTH, passwordLength } from './password-length.ts'

interface PasswordRulesProps {
  readonly password: Signal<string>
  readonly person: { readonly email: string; readonly name: string }
}

/** What a password must be, each rule told as met or not while it is typed. */
export function PasswordRules({ password, person }: PasswordRulesProps) {
  const { password: words, formats } = useTexts()
  const { least, most } = PASSWORD_LENGTH
  const length = passwordLength(password.value)
  const rules = [
    { text: words.atLeast(formats.count(least)), met: length >= least && length <= most },
    { text: words.notYours, met: length > 0 && !holdsPerson(password.value, person) },
  ]
  return (
    <div class="password-rules" id="password-rules">
      <p>{words.rules}</p>
      <ul>
        {rules.map(({ text, met }) => (
          <li key={text} class={met ? 'rule-met' : 'rule-unmet'}>
            {text} <span class="visually-hidden">({met ? words.met : words.unmet})</span>
          </li>
        ))}
      </ul>
      <p class="hint">{words.advice}</p>
    </div>
  )
}
