import { ChoiceSelect } from '../ui/choice-select.tsx'
import type { Mapping, Source, SourceDeclaration } from './import-calls.ts'
import { useImportMessages } from './messages.ts'
import fields from '../ui/fields.module.css'

interface SourceFormProps {
  readonly source: Mapping['source']
  readonly sources: readonly Source[]
  readonly onChange: (source: Mapping['source']) => void
}

const NEW = ''
const NOTHING: SourceDeclaration = { id: '', register: 'other', controller: '', legalBasis: '', purpose: '' }

/** Which source a file belongs to: a known one, or one that is declared here. */
export function SourceForm({ source, sources, onChange }: SourceFormProps) {
  const { imports: messages } = useImportMessages()
  const nameOf = (id: string) => sources.find((one) => one.id === id)?.title ?? id
  return (
    <>
      {sources.length > 0 && (
        <ChoiceSelect
          label={messages.source}
          value={typeof source === 'string' ? source : NEW}
          choices={[...sources.map(({ id }) => id), NEW]}
          words={(id) => (id === NEW ? messages.newSource : nameOf(id))}
          onChange={(id) => onChange(id === NEW ? NOTHING : id)}
        />
      )}
      {typeof source !== 'string' && <Declaration source={source} onChange={onChange} />}
    </>
  )
}

interface DeclarationProps extends Pick<SourceFormProps, 'onChange'> {
  readonly source: SourceDeclaration
}

const REGISTERS = ['police', 'city', 'other'] as const

function Declaration({ source, onChange }: DeclarationProps) {
  const { imports: messages } = useImportMessages()
  const text = (
    name: 'id' | 'title' | 'controller' | 'legalBasis' | 'purpose',
    label: string,
    max: number,
  ) => (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <input
        type="text"
        required={name !== 'title'}
        maxLength={max}
        value={source[name] ?? ''}
        onInput={({ currentTarget: { value } }) => {
          const { title: _, ...others } = source
          // A title is left out, not empty.
          onChange(name === 'title' && value === '' ? others : { ...source, [name]: value })
        }}
      />
    </label>
  )
  return (
    <fieldset class={fields.plain}>
      <legend class={fields.label}>{messages.declare}</legend>
      <div class={fields.form}>
        {text('title', messages.sourceTitle, 200)}
        {text('id', messages.id, 63)}
        <ChoiceSelect
          label={messages.register}
          value={source.register ?? 'other'}
          choices={REGISTERS}
          words={(register) => messages.registers[register]}
          onChange={(register) => onChange({ ...source, register })}
        />
        {text('controller', messages.controller, 200)}
        {text('legalBasis', messages.legalBasis, 1000)}
        {text('purpose', messages.purpose, 1000)}
      </div>
    </fieldset>
  )
}
