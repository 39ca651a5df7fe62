import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { PlaceAnswer } from '../../server/places/contract.ts'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { BoardInputs, boardOf, EMPTY_BOARD } from '../ui/board-inputs.tsx'
import { CityText } from '../ui/city-text.tsx'
import { createPlaceCalls } from './place-calls.ts'
import { usePlaceMessages } from './messages.ts'
import styles from './public-places.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** What is happening with the publication of a place. */
interface Work {
  readonly busy: boolean
  readonly failure: RequestFailed | null
}

/** The places of the city, and of each whether its published figures stand in public documents. For coordinators. */
export function PublicPlaces() {
  const { ask, session } = useSite()
  const { publicPlaces: words } = usePlaceMessages()
  const calls = useMemo(() => createPlaceCalls(ask), [])
  const places = useMemo(() => createResource<readonly PlaceAnswer[]>(), [])
  const load = () => places.load((signal) => calls.list(signal))
  useEffect(() => void load(), [session.renewals.value])
  const { value, failure } = places.state.value
  return (
    <details class={prose.fold} data-part="public-places">
      <summary>{words.title}</summary>
      <p class={prose.hint}>{words.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value?.length === 0 && <p class={prose.hint}>{words.none}</p>}
      <ul class={styles.places}>
        {value?.map((place) => (
          <PublicPlace
            key={place.id}
            place={place}
            onPublish={async (board) => {
              await calls.publish(place.id, board)
              await load()
            }}
            onWithdraw={async (reason) => {
              await calls.withdraw(place.id, reason)
              await load()
            }}
          />
        ))}
      </ul>
    </details>
  )
}

interface PublicPlaceProps {
  readonly place: PlaceAnswer
  readonly onPublish: (board: ReturnType<typeof boardOf>) => Promise<void>
  readonly onWithdraw: (reason: string) => Promise<void>
}

function PublicPlace({ place, onPublish, onWithdraw }: PublicPlaceProps) {
  const { publicPlaces: words, formats } = usePlaceMessages()
  const work = useSignal<Work>({ busy: false, failure: null })
  const { name, publication } = place
  const doing = async (change: () => Promise<void>) => {
    work.value = { busy: true, failure: null }
    try {
      await change()
      work.value = { busy: false, failure: null }
    } catch (error) {
      work.value = { busy: false, failure: asFailure(error) }
    }
  }
  const { busy, failure } = work.value
  return (
    <li>
      <p>
        <strong>
          <CityText>{name}</CityText>
        </strong>
        <br />
        {publication === null
          ? words.isNot
          : words.isPublic(
              publication.board.name,
              formats.date(publication.board.decidedOn),
              publication.board.section,
            )}
      </p>
      <details class={prose.fold}>
        <summary>{publication === null ? words.open(name) : words.close(name)}</summary>
        {publication === null ? (
          <PublishForm work={work} onSend={(board) => void doing(() => onPublish(board))} />
        ) : (
          <WithdrawForm work={work} onSend={(reason) => void doing(() => onWithdraw(reason))} />
        )}
      </details>
      <p role="status">{busy && words.working}</p>
      {failure !== null && <FailureNote failure={failure} ownWords={{ conflict: words.refused }} />}
    </li>
  )
}

interface FormProps<T> {
  readonly work: Signal<Work>
  readonly onSend: (value: T) => void
}

function PublishForm({ work, onSend }: FormProps<ReturnType<typeof boardOf>>) {
  const { publicPlaces: words } = usePlaceMessages()
  const board = useSignal(EMPTY_BOARD)
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(boardOf(board.peek()))
      }}
    >
      <BoardInputs board={board.value} words={words} onChange={(changed) => (board.value = changed)} />
      <ActionButton class={controls.button} idle={work.value.busy}>
        {words.publish}
      </ActionButton>
    </form>
  )
}

function WithdrawForm({ work, onSend }: FormProps<string>) {
  const { publicPlaces: words } = usePlaceMessages()
  const reason = useSignal('')
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(reason.peek().trim())
      }}
    >
      <p class={prose.hint}>{words.closeLead}</p>
      <label class={fields.field}>
        <span class={fields.label}>{words.reason}</span>
        <input
          type="text"
          lang={CITY_LANGUAGE}
          required
          maxLength={500}
          value={reason.value}
          onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
        />
      </label>
      <ActionButton class={controls.button} idle={work.value.busy}>
        {words.withdraw}
      </ActionButton>
    </form>
  )
}
