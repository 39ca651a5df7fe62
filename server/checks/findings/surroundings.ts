import type { CameraEvidence, PatrolEvidence, TouchEvidence } from '../evidence.ts'
import { type DraftFinding, listed, plain } from './draft.ts'
import { NUMBERS } from './numbers.ts'

/** The finding on cameras near the area and its share in nominal views. */
export function cameraFinding(cameras: CameraEvidence, reachMetres: number): DraftFinding {
  const size = cameras.cameras.length
  if (size === 0 && cameras.shareInNominalViews === 0) {
    return plain(
      'cameras',
      'cameras',
      [cameras.id],
      `Inga trygghetskameror i drift i området eller inom ${reachMetres} m.`,
      `No safety cameras in operation in the area or within ${reachMetres} m.`,
    )
  }
  const share = cameras.shareInNominalViews
  return plain(
    'cameras',
    'cameras',
    [cameras.id],
    `${size === 1 ? 'En trygghetskamera' : `${NUMBERS.sv.count(size)} trygghetskameror`} i drift i området eller inom ${reachMetres} m; ${NUMBERS.sv.percent(share)} av området ligger inom nominella synfält. Skymd sikt är inte inräknad.`,
    `${size === 1 ? 'One safety camera' : `${NUMBERS.en.count(size)} safety cameras`} in operation in the area or within ${reachMetres} m; ${NUMBERS.en.percent(share)} of the area lies in nominal views. Obstruction is not included.`,
  )
}

/** The finding on a patrol zone that the area touches. */
export function patrolFinding(patrol: PatrolEvidence): DraftFinding {
  const share = patrol.shareInSchedule
  const sv =
    share === null
      ? 'Inga händelser med känd tid att jämföra schemat med.'
      : `Ungefär ${NUMBERS.sv.percent(share)} av händelserna med känd tid på platsen och i dess närmaste omgivning föll inom schemat, räknat på delar av dygnet. Närvaro är inte mätt.`
  const en =
    share === null
      ? 'No reports of known time to compare the schedule with.'
      : `About ${NUMBERS.en.percent(share)} of the reports of known time on the site and close round it fell within scheduled hours, judged by parts of the day. Presence was not measured.`
  return plain(
    patrol.id,
    'patrol',
    [patrol.id],
    `Området berör ordningsvaktsområdet ${patrol.name}. ${sv}`,
    `The area touches the guard zone ${patrol.name}. ${en}`,
  )
}

const LAYERS: Readonly<Record<TouchEvidence['layer'], { readonly sv: string; readonly en: string }>> = {
  areas: { sv: 'Området ligger i', en: 'The area lies in' },
  'focus-areas': { sv: 'Området berör fokusområdet', en: 'The area touches the focus area' },
  proposals: { sv: 'Området överlappar förslaget', en: 'The area overlaps the proposal' },
}

/** One finding per layer on features that the area touches. */
export function touchFindings(touches: readonly TouchEvidence[]): readonly DraftFinding[] {
  return (Object.keys(LAYERS) as TouchEvidence['layer'][]).flatMap((layer) => {
    const found = touches.filter((touch) => touch.layer === layer)
    if (found.length === 0) return []
    const names = found.map((touch) => touch.name)
    return [
      plain(
        `touches-${layer}`,
        'touches',
        found.map((touch) => touch.id),
        `${LAYERS[layer].sv} ${listed(names, 'och')}.`,
        `${LAYERS[layer].en} ${listed(names, 'and')}.`,
      ),
    ]
  })
}
