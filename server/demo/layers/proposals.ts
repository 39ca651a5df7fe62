import type { Proposal } from '../../engine/snapshot/features.ts'
import type { Placement } from '../geometry/place.ts'
import { readPoints } from '../plan/read-points.ts'

/** Three building proposals: one at a hotspot, one in a quiet place, one by the water. */
export function demoProposals(place: Placement): readonly Pick<Proposal, 'planar' | 'properties'>[] {
  return [
    {
      planar: place.polygon({
        outer: readPoints('360,642 690,646 690,790 365,786'),
        holes: [],
      }),
      properties: {
        title: 'Nytt resecentrum vid Ångvisselplan',
        description:
          'Entréer mot båda sidor av spåren, ny gata och torg framför, cykelgarage i två plan, lokaler i bottenvåningen.',
        caseNumber: 'Dnr EXS 2026-01184',
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('-2150,330 -1990,380 -2030,500 -2190,440'),
        holes: [],
      }),
      properties: {
        title: 'Förskola vid Loggbokvägen',
        description: 'Sex avdelningar i två plan med gård mot söder.',
        caseNumber: 'Dnr EXS 2026-00932',
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('-770,-2210 -640,-2010 -575,-1760 -700,-1740 -800,-1980'),
        holes: [],
      }),
      properties: {
        title: 'Bostäder och kajpromenad på Södra Tjärkajen',
        description: 'Omkring 340 bostäder, öppna bottenvåningar och en promenad längs vattnet.',
        caseNumber: 'Dnr EXS 2026-00417',
      },
    },
  ]
}
