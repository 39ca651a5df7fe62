import type { EvidenceZone } from '../../server/checks/contract.ts'
import type { CheckWords } from './messages-sv.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { useCheckMessages } from './messages.ts'
import tables from '../ui/tables.module.css'

/** A zone in words: the area, or a ring by its distances. */
export function zoneName({ zone, fromMetres, toMetres }: EvidenceZone, words: CheckWords['check']): string {
  return zone === 0 ? words.zones.footprint : words.zones.ring(String(fromMetres), String(toMetres))
}

/** The area and its rings, with how much of each is land. */
export function ZonesEvidence({ zones }: { readonly zones: readonly EvidenceZone[] }) {
  const { check: words, formats } = useCheckMessages()
  return (
    <EvidenceFold title={words.zones.title}>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{words.zones.zone}</th>
            <th scope="col">{words.zones.area}</th>
            <th scope="col">{words.zones.land}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.zone}>
              <th scope="row">{zoneName(zone, words)}</th>
              <td>{formats.area(zone.areaM2)}</td>
              <td>{formats.area(zone.landM2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </EvidenceFold>
  )
}
