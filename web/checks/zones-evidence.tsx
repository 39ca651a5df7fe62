import type { EvidenceZone } from '../../server/checks/contract.ts'
import type { CheckMessages } from './messages-sv.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { type CheckTexts, useCheckMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

type Zones = CheckMessages['check']['zones']

/** The name of a zone: the site by the rule of its cells, or a ring by its distances. */
export function zoneName({ zone, rule, fromMetres, toMetres }: EvidenceZone, messages: Zones): string {
  if (zone > 0) return messages.ring(String(fromMetres), String(toMetres))
  if (rule === undefined) return messages.footprint
  return rule === 'margin'
    ? messages.margin(String(toMetres))
    : rule === 'inner-point'
      ? messages.innerPoint
      : messages.site
}

/** The heading of a zone's figures: name, cells and land. */
export function zoneTitle(zone: EvidenceZone, messages: Zones, formats: CheckTexts['formats']): string {
  const { cells, landM2 } = zone
  const name = zoneName(zone, messages)
  if (cells === undefined) return name
  if (cells.length === 0) return `${name}: ${messages.outside}`
  return messages.size(
    name,
    messages.cells(formats.count(cells.length), cells.length === 1),
    formats.area(landM2),
  )
}

/** The site and its rings, with the number of their cells and how much of them is land. */
export function ZonesEvidence({ zones }: { readonly zones: readonly EvidenceZone[] }) {
  const { check, formats } = useCheckMessages()
  const { zones: messages } = check
  const inCells = zones.some(({ cells }) => cells !== undefined)
  return (
    <EvidenceFold title={messages.title}>
      {inCells && <p class={prose.hint}>{messages.lead}</p>}
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{messages.zone}</th>
            {inCells && <th scope="col">{messages.cellCount}</th>}
            <th scope="col">{messages.area}</th>
            <th scope="col">{messages.land}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.zone}>
              <th scope="row">{zoneName(zone, messages)}</th>
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
