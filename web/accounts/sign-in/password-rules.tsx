import type { Signal } from '@preact/signals'
import { PASSWORD_LENGTH, passwordProblem } from '../../../server/accounts/password-rules.ts'
import { useAccountMessages } from '../messages.ts'
import styles from './password-rules.module.css'
import prose from '../../ui/prose.module.css'

interface PasswordRulesProps {
  readonly password: Signal<string>
  readonly person: { readonly email: string; readonly name: string }
}

/** The password rules, each marked as met or not while typing. */
export function PasswordRules({ password, person }: PasswordRulesProps) {
  const { password: messages, formats } = useAccountMessages()
  const problem = passwordProblem(password.value, person)
  const isLong = problem !== 'too-short' && problem !== 'too-long'
  const rules = [
    { text: messages.atLeast(formats.count(PASSWORD_LENGTH.min)), met: isLong },
    { text: messages.notYours, met: isLong && problem !== 'personal' },
    { text: messages.notCommon, met: problem === null },
  ]
  return (
    <div class={styles.rules} data-part="password-rules" id="password-rules">
      <p>{messages.rules}</p>
      <ul>
        {rules.map(({ text, met }) => (
          <li key={text} data-met={met}>
            {text} <span class="visually-hidden">({met ? messages.met : messages.unmet})</span>
          </li>
        ))}
      </ul>
      <p class={prose.hint}>{messages.advice}</p>
    </div>
  )
}
