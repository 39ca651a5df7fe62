import { type FormField, textOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { EntryBody, EntryKind, EntryText } from './glossary-calls.ts'
import type { GlossaryMessages } from './messages-sv.ts'

type Words = GlossaryMessages['glossary']

const LANGUAGES = ['sv', 'en'] as const
const OF_GROUPS = ['afterEffects', 'tools', 'notOnMap'] as const
const MAX_TEXT_LENGTH = 1500

/** The fields of an entry in both languages. @param kind of an entry that is there; null where it is chosen */
export function entryFields(messages: Words, kind: EntryKind | null): readonly FormField[] {
  const isOfGroup = (values: FormValues) => (kind ?? values['kind']) === 'target-group'
  return [
    ...(kind === null
      ? [
          {
            name: 'kind',
            label: messages.kind,
            kind: 'choice' as const,
            choices: Object.entries(messages.kinds),
          },
        ]
      : []),
    ...LANGUAGES.flatMap((language): readonly FormField[] => {
      const label = (field: 'name' | 'text' | 'forms' | (typeof OF_GROUPS)[number]) =>
        language === 'sv' ? messages[field] : messages[`${field}En`]
      const named = (field: string) => `${language}.${field}`
      return [
        { name: named('name'), label: label('name'), kind: 'text', required: true, maxLength: 80 },
        {
          name: named('text'),
          label: label('text'),
          kind: 'lines',
          required: true,
          maxLength: MAX_TEXT_LENGTH,
        },
        { name: named('forms'), label: label('forms'), kind: 'text', maxLength: 600 },
        ...OF_GROUPS.map(
          (field): FormField => ({
            name: named(field),
            label: label(field),
            kind: 'lines',
            maxLength: MAX_TEXT_LENGTH,
            when: isOfGroup,
          }),
        ),
      ]
    }),
    ...(kind === null ? [] : [{ name: 'retired', label: messages.retire, kind: 'check' as const }]),
  ]
}

/** An entry as a form has it. */
export function entryValues(entry: EntryBody): FormValues {
  const texts = LANGUAGES.flatMap((language) => {
    const { forms, ...rest } = entry[language]
    return Object.entries({ ...rest, forms: forms.join(', ') }).map(
      ([field, value]) => [`${language}.${field}`, value ?? ''] as const,
    )
  })
  return { ...Object.fromEntries(texts), retired: entry.retired ? 'yes' : '' }
}

/** What a form sends. */
export function entryBody(values: FormValues): EntryBody {
  return { retired: values['retired'] === 'yes', sv: textIn('sv', values), en: textIn('en', values) }
}

function textIn(language: (typeof LANGUAGES)[number], values: FormValues): EntryText {
  const of = (field: string) => textOf(values, `${language}.${field}`)
  const forms = (of('forms') ?? '')
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '')
  return {
    name: of('name') ?? '',
    text: of('text') ?? '',
    forms,
    afterEffects: of('afterEffects'),
    tools: of('tools'),
    notOnMap: of('notOnMap'),
  }
}
