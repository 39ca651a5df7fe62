import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { PlaceResponse } from '../../server/places/contract.ts'
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

/** State of a place's publication. */
interface Work {
  readonly busy: boolean
  readonly failure: RequestFailed | null
}

/** The city's places, each with whether its figures may appear in public documents. For coordinators. */
export function PublicPlaces() {
  const { http, session } = useSite()
  const { publicPlaces: messages } = usePlaceMessages()
  const calls = useMemo(() => createPlaceCalls(http), [])
  const places = useMemo(() => createResource<readonly PlaceResponse[]>(), [])
  const load = () => places.load((signal) => calls.list(signal))
  useEffect(() => void load(), [session.renewals.value])
  const { value, failure } = places.state.value
  return (
    <details class={prose.fold}>
      <summary>{messages.title}</summary>
      <p class={prose.hint}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value?.length === 0 && <p class={prose.hint}>{messages.none}</p>}
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
  readonly place: PlaceResponse
  readonly onPublish: (board: ReturnType<typeof boardOf>) => Promise<void>
  readonly onWithdraw: (reason: string) => Promise<void>
}

function PublicPlace({ place, onPublish, onWithdraw }: PublicPlaceProps) {
  const { publicPlaces: messages, formats } = usePlaceMessages()
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
          ? messages.isNot
          : messages.isPublic(
              publication.board.name,
              formats.date(publication.board.decidedOn),
              publication.board.section,
            )}
      </p>
      <details class={prose.fold}>
        <summary>{publication === null ? messages.open(name) : messages.close(name)}</summary>
        {publication === null ? (
          <PublishForm work={work} onSend={(board) => void doing(() => onPublish(board))} />
        ) : (
          <WithdrawForm work={work} onSend={(reason) => void doing(() => onWithdraw(reason))} />
        )}
      </details>
      <p role="status">{busy && messages.working}</p>
      {failure !== null && <FailureNote failure={failure} ownMessages={{ conflict: messages.refused }} />}
    </li>
  )
}

interface FormProps<T> {
  readonly work: Signal<Work>
  readonly onSend: (value: T) => void
}

function PublishForm({ work, onSend }: FormProps<ReturnType<typeof boardOf>>) {
  const { publicPlaces: messages } = usePlaceMessages()
  const board = useSignal(EMPTY_BOARD)
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(boardOf(board.peek()))
      }}
    >
      <BoardInputs board={board.value} words={messages} onChange={(changed) => (board.value = changed)} />
      <ActionButton class={controls.button} idle={work.value.busy}>
        {messages.publish}
      </ActionButton>
    </form>
  )
}

function WithdrawForm({ work, onSend }: FormProps<string>) {
  const { publicPlaces: messages } = usePlaceMessages()
  const reason = useSignal('')
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend(reason.peek().trim())
      }}
    >
      <p class={prose.hint}>{messages.closeLead}</p>
      <label class={fields.field}>
        <span class={fields.label}>{messages.reason}</span>
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
        {messages.withdraw}
      </ActionButton>
    </form>
  )
}
