import type { EvidenceZone } from '../../server/platform/http/fields/shapes.ts'
import type { ProposalWords } from '../proposals/messages-sv.ts'
import { useTexts } from '../app/site-context.ts'
import { EvidenceFold } from './evidence-fold.tsx'

/** A zone in words: the area, or a ring by its distances. */
export function zoneName({ zone, fromMetres, toMetres }: EvidenceZone, words: ProposalWords): string {
  return zone === 0 ? words.zones.footprint : words.zones.ring(String(fromMetres), String(toMetres))
}

/** The area and its rings, with how much of each is land. */
export function ZonesEvidence({ zones }: { readonly zones: readonly EvidenceZone[] }) {
  const { proposal: words, formats } = useTexts()
  return (
    <EvidenceFold title={words.zones.title}>
      <table class="figures-table">
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
