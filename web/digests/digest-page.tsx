import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { DigestState } from '../../server/digests/contract.ts'
import { DIGEST_PATHS } from '../../server/digests/paths.ts'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { useDigestMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import styles from './digest-page.module.css'
import prose from '../ui/prose.module.css'

type Language = 'sv' | 'en'
const LANGUAGES: readonly Language[] = ['sv', 'en']

/** Where one chooses the weekly letter; with the token of a letter, where one turns it off without signing in. */
export function DigestPage() {
  const { route, session } = useSite()
  const { digests: messages } = useDigestMessages()
  useTitle(messages.title)
  const token = route.value.page === 'digest' ? route.value.token : null
  const user = session.user.value
  const mayChoose = user?.rights.includes('commitments.read') === true
  return (
    <PageFrame>
      <h1>{messages.title}</h1>
      {token !== null && <TurnOff token={token} />}
      {token === null && mayChoose && <Choose email={user.email} />}
      {token === null && !mayChoose && <p>{messages.none}</p>}
    </PageFrame>
  )
}

/** Runs a step; tells whether it is running, and why it failed. */
function useStep() {
  const busy = useSignal(false)
  const failed = useSignal<RequestFailed | null>(null)
  const run = async (step: () => Promise<unknown>) => {
    busy.value = true
    failed.value = null
    try {
      await step()
    } catch (error) {
      failed.value = asFailure(error)
    }
    busy.value = false
  }
  return { busy, failed, run }
}

function Choose({ email }: { readonly email: string }) {
  const { http, language } = useSite()
  const { digests: messages, app } = useDigestMessages()
  const received = useMemo(() => createResource<DigestState>(), [])
  const chosen = useSignal<Language | null>(null)
  const { busy, failed, run } = useStep()
  const load = () => received.load((signal) => http.get<DigestState>(DIGEST_PATHS.digest, signal))
  useEffect(() => void load(), [])
  const { value, failure } = received.state.value
  const picked = chosen.value ?? value?.language ?? language.value
  const choose = () =>
    run(async () => {
      await http.send('PUT', DIGEST_PATHS.digest, { language: picked })
      await load()
    })
  const stop = () =>
    run(async () => {
      await http.send('DELETE', DIGEST_PATHS.digest)
      await load()
    })
  return (
    <>
      <p class="lead">{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && (
        <div class={`${fields.form} ${styles.choice}`}>
          <p role="status">
            {value.language === null
              ? messages.isOff
              : `${messages.isOn[value.language]} ${messages.to(email)} ${messages.next}`}
          </p>
          {!value.mailIsSet && <p class={prose.note}>{messages.noMail}</p>}
          <ChoiceSelect
            label={messages.languageOfIt}
            value={picked}
            choices={LANGUAGES}
            words={(option) => messages.languages[option]}
            onChange={(option) => (chosen.value = option)}
          />
          {failed.value !== null && <FailureNote failure={failed.value} />}
          <div class={controls.row}>
            {picked !== value.language && (
              <ActionButton
                type="button"
                class={controls.button}
                idle={busy.value}
                onClick={() => void choose()}
              >
                {value.language === null ? messages.turnOn : messages.save}
              </ActionButton>
            )}
            {value.language !== null && (
              <ActionButton
                type="button"
                class={controls.quietButton}
                idle={busy.value}
                onClick={() => void stop()}
              >
                {messages.turnOff}
              </ActionButton>
            )}
          </div>
        </div>
      )}
    </>
  )
}

function TurnOff({ token }: { readonly token: string }) {
  const { http } = useSite()
  const { digests: messages } = useDigestMessages()
  const isOff = useSignal(false)
  const { busy, failed, run } = useStep()
  const stop = () =>
    run(async () => {
      await http.send('POST', `${DIGEST_PATHS.digestOff}?token=${token}`)
      isOff.value = true
    })
  if (isOff.value) return <p role="status">{messages.nowOff}</p>
  return (
    <>
      <p class="lead">{messages.confirmOff}</p>
      {failed.value !== null &&
        (failed.value.code === 'not-found' ? (
          <p class={prose.note} role="alert">
            {messages.unknown}
          </p>
        ) : (
          <FailureNote failure={failed.value} />
        ))}
      <p class={controls.row}>
        <ActionButton type="button" class={controls.button} idle={busy.value} onClick={() => void stop()}>
          {messages.turnOff}
        </ActionButton>
      </p>
    </>
  )
}
