import type { CategoriesResponse } from '../app/api/responses.ts'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { CityText } from '../ui/city-text.tsx'
import type { MappedColumn, Mapping } from './import-calls.ts'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import styles from './imports-page.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface MappingFormProps {
  readonly desk: ImportDesk
  readonly mapping: Mapping
  readonly columns: readonly string[]
  readonly kinds: CategoriesResponse['categories']
}

const FIELDS = [
  'occurredFrom',
  'occurredTo',
  'reportedAt',
  'category',
  'x',
  'y',
  'position',
  'externalId',
  'precision',
  'setting',
] as const
const JOINT = ' + '
/** The systems of Swedish files; any other that a file names is among the choices too. */
const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  'EPSG:4326': 'WGS 84',
  'EPSG:3006': 'SWEREF 99 TM',
  'EPSG:3007': 'SWEREF 99 12 00',
  'EPSG:3008': 'SWEREF 99 13 30',
  'EPSG:3009': 'SWEREF 99 15 00',
  'EPSG:3010': 'SWEREF 99 16 30',
  'EPSG:3011': 'SWEREF 99 18 00',
  'EPSG:3012': 'SWEREF 99 14 15',
  'EPSG:3013': 'SWEREF 99 15 45',
  'EPSG:3014': 'SWEREF 99 17 15',
  'EPSG:3015': 'SWEREF 99 18 45',
  'EPSG:3016': 'SWEREF 99 20 15',
  'EPSG:3017': 'SWEREF 99 21 45',
  'EPSG:3018': 'SWEREF 99 23 15',
  'EPSG:3021': 'RT 90 2.5 gon V',
}
const SYSTEMS = Object.keys(SYSTEM_NAMES)

function systemText(code: string): string {
  const name = SYSTEM_NAMES[code]
  return name === undefined ? code : `${name} (${code})`
}

/** Which column is what, and which text of the file is which kind: each correction reads the file again. */
export function MappingForm({ desk, mapping, columns, kinds }: MappingFormProps) {
  const { imports: messages } = useImportMessages()
  return (
    <>
      <details class={prose.fold}>
        <summary>{messages.mapping}</summary>
        <div class={styles.fields}>
          {FIELDS.map((field) => {
            const current = textOf(mapping.columns[field] ?? null)
            return (
              <ChoiceSelect
                key={field}
                label={messages.fields[field]}
                value={current}
                choices={[...new Set(['', current, ...columns])]}
                words={(column) => (column === '' ? messages.none : column)}
                onChange={(column) =>
                  desk.correct({ columns: { ...mapping.columns, [field]: columnOf(column) } })
                }
              />
            )
          })}
          <ChoiceSelect
            label={messages.crs}
            value={mapping.crs ?? ''}
            choices={[...new Set(['', mapping.crs ?? '', ...SYSTEMS])]}
            words={(code) => (code === '' ? messages.none : systemText(code))}
            onChange={(code) => code !== '' && desk.correct({ crs: code })}
          />
        </div>
      </details>
      <Kinds desk={desk} mapping={mapping} kinds={kinds} />
    </>
  )
}

/** Which text of the file is which kind of incident. */
function Kinds({ desk, mapping: { categories = {} }, kinds }: Omit<MappingFormProps, 'columns'>) {
  const { imports: messages, language } = useImportMessages()
  const texts = Object.keys(categories)
  if (texts.length === 0) return null
  return (
    <details class={prose.fold}>
      <summary>{messages.types}</summary>
      <table class={tables.figuresWords}>
        <caption class="visually-hidden">{messages.types}</caption>
        <tbody>
          {texts.map((text) => (
            <tr key={text}>
              <th scope="row">
                <CityText>{text}</CityText>
              </th>
              <td>
                <select
                  aria-label={text}
                  value={categories[text]}
                  onChange={({ currentTarget }) =>
                    desk.correct({ categories: { ...categories, [text]: currentTarget.value } })
                  }
                >
                  {kinds.map((kind) => (
                    <option key={kind.code} value={kind.code}>
                      {kind[language]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function textOf(column: MappedColumn): string {
  return column === null ? '' : [column].flat().join(JOINT)
}

function columnOf(text: string): MappedColumn {
  if (text === '') return null
  return text.includes(JOINT) ? text.split(JOINT) : text
}
