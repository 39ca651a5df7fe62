import type { EvidenceZone } from '../../server/checks/contract.ts'
import type { CheckWords } from './messages-sv.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { type CheckTexts, useCheckMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

type Zones = CheckWords['check']['zones']

/** A zone by its name: the site as its cells were chosen, or a ring by its distances. */
export function zoneName({ zone, rule, fromMetres, toMetres }: EvidenceZone, words: Zones): string {
  if (zone > 0) return words.ring(String(fromMetres), String(toMetres))
  if (rule === undefined) return words.footprint
  return rule === 'margin'
    ? words.margin(String(toMetres))
    : rule === 'inner-point'
      ? words.innerPoint
      : words.site
}

/** A zone by its name with its cells and their land, as the figures of it are headed. */
export function zoneTitle(zone: EvidenceZone, words: Zones, formats: CheckTexts['formats']): string {
  const { cells, landM2 } = zone
  const name = zoneName(zone, words)
  if (cells === undefined) return name
  if (cells.length === 0) return `${name}: ${words.outside}`
  return words.size(name, words.cells(formats.count(cells.length), cells.length === 1), formats.area(landM2))
}

/** The site and its rings, with the number of their cells and how much of them is land. */
export function ZonesEvidence({ zones }: { readonly zones: readonly EvidenceZone[] }) {
  const { check, formats } = useCheckMessages()
  const { zones: words } = check
  const inCells = zones.some(({ cells }) => cells !== undefined)
  return (
    <EvidenceFold title={words.title}>
      {inCells && <p class={prose.hint}>{words.lead}</p>}
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{words.zone}</th>
            {inCells && <th scope="col">{words.cellCount}</th>}
            <th scope="col">{words.area}</th>
            <th scope="col">{words.land}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.zone}>
              <th scope="row">{zoneName(zone, words)}</th>
              {inCells && <td>{formats.count(zone.cells?.length ?? 0)}</td>}
              <td>{formats.area(zone.areaM2)}</td>
              <td>{formats.area(zone.landM2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </EvidenceFold>
  )
}
