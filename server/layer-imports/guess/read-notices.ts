import { type Notice, percent, written } from '../../formats/notice.ts'
import { MADE } from '../../formats/columns/external-id.ts'
import type { FileFeature, RejectedFeature } from '../layer-file.ts'
import type { LayerMapping } from '../layer-mapping.ts'
import type { Texts } from '../../engine/texts.ts'
import { detailIn } from '../../formats/messages/row-details.ts'

const MAX_REPAIRS = 20
const MANY_AT_ONE = 3

interface Found {
  readonly mapping: LayerMapping
  readonly rowsRead: number
  readonly features: readonly FileFeature[]
  readonly repairs: readonly { readonly line: number; readonly repair: Texts }[]
  readonly rejects: readonly RejectedFeature[]
}

/** What is to be said of a file after its rows were read: the worst first. */
export function readNotices(found: Found): readonly Notice[] {
  return [...nothingUsable(found), ...withoutIds(found), ...sharedPositions(found), ...repaired(found)]
}

/** What is wrong with the rows of a file of which none can be taken: the commonest reason, and the first row that has it. */
export function nothingUsable({ rowsRead, features, rejects }: Omit<Found, 'mapping' | 'repairs'>): Notice[] {
  if (features.length > 0) return []
  if (rowsRead === 0) return [warning('nothing-read', 'Filen har inga rader.', 'The file has no rows.')]
  const counts = new Map<string, number>()
  for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const [reason, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0]!
  const first = rejects.find((row) => row.reason === reason)!
  const [all, some] = [written(rowsRead), written(count)]
  const where = first.column === null ? '' : `, ${first.column}`
  return [
    warning(
      'nothing-accepted',
      `Ingen av filens ${all.sv} rader kan tas in. ${some.sv} är fel på samma sätt (först rad ${first.line}${where}: ${detailIn('sv', first.detail)}).`,
      `None of the file's ${all.en} rows can be taken in. ${some.en} have the same fault (first line ${first.line}${where}: ${first.detail}).`,
    ),
  ]
}

function withoutIds({ mapping, features }: Found): Notice[] {
  const blank = features.filter(({ key }) => key.startsWith(MADE)).length
  if (mapping.columns.externalId.length === 0 || blank === 0) return []
  const [rows, share] = [written(blank), percent(blank, features.length)]
  return [
    warning(
      'blank-ids',
      `${rows.sv} rader (${share}) har inget id och känns igen på sitt innehåll.`,
      `${rows.en} rows (${share}) have no id and are known by their content.`,
    ),
  ]
}

function sharedPositions({ mapping, features }: Found): Notice[] {
  if (mapping.kind !== 'cameras') return []
  const counts = new Map<string, number>()
  for (const { planar } of features) counts.set(planar, (counts.get(planar) ?? 0) + 1)
  const shared = [...counts.values()].filter((count) => count >= MANY_AT_ONE)
  if (shared.length === 0) return []
  const rows = written(shared.reduce((sum, count) => sum + count, 0))
  return [
    warning(
      'shared-positions',
      `${rows.sv} kameror delar plats med minst två andra.`,
      `${rows.en} cameras share their position with two others or more.`,
    ),
  ]
}

function repaired({ repairs }: Found): Notice[] {
  return repairs
    .slice(0, MAX_REPAIRS)
    .map(({ line, repair }) =>
      warning('repaired', `Rad ${line}: ${repair.sv}.`, `Line ${line}: ${repair.en}.`),
    )
}

function warning(code: string, sv: string, en: string): Notice {
  return { code, kind: 'warning', field: null, sv, en }
}
