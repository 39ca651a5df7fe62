import { NOTICE_EVENT_TEXTS } from '../../server/notices/messages.ts'
import { type FormField, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Notice } from './notice-calls.ts'
import type { NoticeMessages } from './messages-sv.ts'

type Messages = NoticeMessages['notices']
type NoticeEvent = Notice['event']
type Named = readonly { readonly id: number; readonly name: string }[]
const WRITTEN = ['title', 'text', 'titleEn', 'textEn'] as const
const NOTICE_EVENTS = Object.keys(NOTICE_EVENT_TEXTS.sv) as readonly NoticeEvent[]
const OWN = [...WRITTEN, 'event', 'source', 'owner', 'beginsOn', 'endsOn', 'state']

interface Choices {
  readonly messages: Messages
  readonly language: 'sv' | 'en'
  readonly owners: readonly string[]
}

/** The kinds of events by name, and before them the choice that nobody has made. */
function eventField({ messages, language }: Choices): FormField {
  const named = NOTICE_EVENTS.map((event) => [event, NOTICE_EVENT_TEXTS[language][event].name] as const)
  return {
    name: 'event',
    label: messages.event,
    kind: 'choice',
    required: true,
    choices: [['', messages.chooseEvent], ...named],
  }
}

/** The fields of a notice. @param states those that it may have next */
export function noticeFields(
  choices: Choices,
  states: readonly (keyof Messages['states'])[],
): readonly FormField[] {
  const { messages, owners } = choices
  // Before anybody has chosen, the first of the states.
  const isDated = ({ state = '' }: FormValues) => (state === '' ? states[0] : state) === 'published'
  return [
    eventField(choices),
    { name: 'title', label: messages.heading, kind: 'text', required: true, maxLength: 120 },
    { name: 'text', label: messages.text, kind: 'lines', required: true, maxLength: 600 },
    { name: 'titleEn', label: messages.headingEn, kind: 'text', maxLength: 120 },
    { name: 'textEn', label: messages.textEn, kind: 'lines', maxLength: 600 },
    { name: 'source', label: messages.source, kind: 'text', required: true, maxLength: 160 },
    { name: 'agreedWith', label: messages.agreedWith, kind: 'text', maxLength: 400 },
    {
      name: 'owner',
      label: messages.owner,
      kind: 'text',
      required: true,
      maxLength: 120,
      suggestions: owners,
    },
    {
      name: 'state',
      label: messages.state,
      kind: 'choice',
      choices: states.map((state) => [state, messages.states[state]] as const),
    },
    { name: 'beginsOn', label: messages.beginsOn, kind: 'date', required: true, when: isDated },
    { name: 'endsOn', label: messages.endsOn, kind: 'date', required: true, when: isDated },
  ]
}

/** Where it is, for a form that does not stand at one place. */
export function areaField(messages: Messages, areas: Named): FormField {
  const choices = areas.map(({ id, name }) => [String(id), name] as const)
  return {
    name: 'areaId',
    label: messages.area,
    kind: 'choice',
    required: true,
    choices: [['', messages.chooseArea], ...choices],
  }
}

/**
 * The values once an event or place is chosen: the texts prepared for it, unless somebody has written others.
 *
 * @param placeOf name of the place; null while none is chosen
 */
export function withPreparedText(
  values: FormValues,
  before: FormValues,
  placeOf: (values: FormValues) => string | null,
): FormValues {
  const next = preparedTexts(values['event'], placeOf(values))
  const last = preparedTexts(before['event'], placeOf(before))
  const isFree = (name: (typeof WRITTEN)[number]) =>
    (values[name] ?? '') === '' || values[name] === last[name]
  return { ...values, ...Object.fromEntries(WRITTEN.filter(isFree).map((name) => [name, next[name]])) }
}

function preparedTexts(
  event: string | undefined,
  place: string | null,
): Readonly<Record<(typeof WRITTEN)[number], string>> {
  const known = NOTICE_EVENTS.find((name): name is NoticeEvent => name === event)
  if (known === undefined) return { title: '', text: '', titleEn: '', textEn: '' }
  const [sv, en] = [NOTICE_EVENT_TEXTS.sv[known], NOTICE_EVENT_TEXTS.en[known]]
  const at = (text: string, blank: string) => text.replaceAll('{place}', place ?? blank)
  return {
    title: at(sv.title, '[plats]'),
    text: at(sv.text, '[plats]'),
    titleEn: at(en.title, '[place]'),
    textEn: at(en.text, '[place]'),
  }
}

/** A notice as the form has it. */
export function noticeValues(notice: Notice): FormValues {
  return { ...valuesOf(notice, OWN), agreedWith: notice.agreedWith.join(', ') }
}

/** The form's values as the server takes them: what is published is for everybody. */
export function noticeBody(values: FormValues): object {
  const { event, title, text, source, owner, state } = values
  return {
    event,
    title,
    text,
    titleEn: textOf(values, 'titleEn'),
    textEn: textOf(values, 'textEn'),
    agreedWith: (values['agreedWith'] ?? '')
      .split(',')
      .map((party) => party.trim())
      .filter((party) => party !== ''),
    source,
    owner,
    state,
    audience: state === 'prepared' ? 'parties' : 'public',
    beginsOn: textOf(values, 'beginsOn'),
    endsOn: textOf(values, 'endsOn'),
  }
}
