import type { CellEvidence } from '../evidence.ts'
import { type DraftFinding, namesOf, plain } from './draft.ts'
import { NUMBERS } from './numbers.ts'

const LEVELS: readonly { readonly class: string; readonly sv: string; readonly en: string }[] = [
  {
    class: 'high4',
    sv: 'minst fyra gånger så många anmälda händelser som vid jämn fördelning över staden',
    en: 'at least four times the reports that an even spread over the city would give',
  },
  {
    class: 'high2',
    sv: 'minst dubbelt så många anmälda händelser som vid jämn fördelning över staden',
    en: 'at least twice the reports that an even spread over the city would give',
  },
  {
    class: 'above',
    sv: 'fler anmälda händelser än vid jämn fördelning över staden',
    en: 'more reports than an even spread over the city would give',
  },
]

/**
 * One statement on the cells of a group that the footprint touches: the highest class found, with the largest ratio.
 *
 * @param cells of this group, by decreasing ratio
 */
export function hotCellsFinding(group: string, cells: readonly CellEvidence[]): DraftFinding {
  const names = namesOf(group)
  const level = LEVELS.find((l) => cells.some((cell) => cell.class === l.class))
  const id = `hot-cells-${group}`
  if (level === undefined) return noHotCell(id, group, cells)
  const found = cells.filter((cell) => cell.class === level.class)
  const top = found[0]!
  const times = {
    sv: `${NUMBERS.sv.ratio(top.ratio)} gånger; 95 % ${NUMBERS.sv.range(top.interval)}`,
    en: `${NUMBERS.en.ratio(top.ratio)} times; 95 % ${NUMBERS.en.range(top.interval)}`,
  }
  const many = {
    sv: found.length === 1 ? 'en av rutorna' : `${found.length} av rutorna`,
    en: found.length === 1 ? 'one of the cells' : `${found.length} of the cells`,
  }
  return plain(
    id,
    'hot-cells',
    found.map((cell) => cell.id),
    `${names.sv}: ${level.sv} i ${many.sv} som området berör (högst ${times.sv}). Antalet besökare är inte inräknat.`,
    `${names.en}: ${level.en} in ${many.en} that the area touches (at most ${times.en}). Visitor numbers are not included.`,
  )
}

function noHotCell(id: string, group: string, cells: readonly CellEvidence[]): DraftFinding {
  const names = namesOf(group)
  const few = cells.filter((cell) => cell.class === 'few')
  return few.length > 0
    ? plain(
        id,
        'too-few',
        few.map((cell) => cell.id),
        `${names.sv}: för få anmälda händelser i rutorna som området berör för att avgöra om de är fler än vid jämn fördelning.`,
        `${names.en}: too few reports in the cells that the area touches to tell whether they exceed an even spread.`,
        false,
      )
    : plain(
        id,
        'hot-cells',
        cells.map((cell) => cell.id),
        `${names.sv}: ingen ruta som området berör har säkert fler anmälda händelser än vid jämn fördelning över staden. Antalet besökare är inte inräknat.`,
        `${names.en}: no cell that the area touches certainly has more reports than an even spread over the city would give. Visitor numbers are not included.`,
        false,
      )
}
