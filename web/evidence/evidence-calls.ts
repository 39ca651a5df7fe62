import type { CitableFigures, EvidenceResponse } from '../../server/evidence/contract.ts'
import { EVIDENCE_PATHS } from '../../server/evidence/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type EvidenceItem = EvidenceResponse
export type Citable = CitableFigures

/** The calls about evidence. */
export interface EvidenceCalls {
  /** What may be pointed at of a place. */
  citable(areaId: number, signal?: AbortSignal): Promise<Citable>
  attach(item: {
    readonly areaId: number
    readonly partOf: number
    readonly audience: EvidenceItem['audience']
    readonly pointer: EvidenceItem['pointer']
    readonly text: string | null
  }): Promise<unknown>
  remove(item: EvidenceItem): Promise<unknown>
}

/** @param http how the server is asked */
export function createEvidenceCalls({ get, send }: HttpClient): EvidenceCalls {
  return {
    citable: (id, signal) => get(pathTo(EVIDENCE_PATHS.citableFigures, { id }), signal),
    attach: (item) => send('POST', EVIDENCE_PATHS.evidence, item),
    remove: ({ id, revision }) =>
      send('PATCH', pathTo(EVIDENCE_PATHS.evidenceItem, { id }), { state: 'removed' }, undefined, {
        'if-match': `"${revision}"`,
      }),
  }
}
