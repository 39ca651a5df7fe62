import type { IncidentContent } from '../../engine/snapshot/incident.ts'
import type { Random } from '../random.ts'
import type { DrawnIncident } from './incident-draw.ts'
import { SOURCE_IDS } from './source-ids.ts'

const TEXTS = {
  polisen: ['Anmält på plats.', 'Anmält i efterhand.', 'Vittne finns.'],
  felanmalan: ['Upptäckt vid städrond.', 'Anmält i appen.', 'Åtgärdat samma vecka.'],
  ordningsvakt: ['Tillsägelse.', 'Avvisad från platsen.', 'Polis tillkallad.'],
} as const

/** Share of rows that carry a word of free text. */
const WITH_TEXT = 0.06

/** Rows as a database stores them, each with an id of its own within its source. */
export function incidentContents(
  draw: (random: Random) => DrawnIncident,
  count: number,
  random: Random,
): readonly IncidentContent[] {
  const numbers = SOURCE_IDS.map(() => 0)
  return Array.from({ length: count }, (): IncidentContent => {
    const drawn = draw(random)
    const sourceId = SOURCE_IDS[drawn.source]!
    numbers[drawn.source]! += 1
    return {
      sourceId,
      externalId: `${sourceId}-${String(numbers[drawn.source]).padStart(6, '0')}`,
      xCm: drawn.xCm,
      yCm: drawn.yCm,
      fromMinute: drawn.fromMinute,
      toMinute: drawn.toMinute,
      reportedMinute: random.chance(0.9) ? drawn.reportedMinute : null,
      categoryIndex: drawn.categoryIndex,
      flags: drawn.flags,
      settingCode: drawn.settingCode,
      precisionCode: drawn.precisionCode,
      weight: 1,
      text: random.chance(WITH_TEXT) ? random.pick(TEXTS[sourceId]) : null,
    }
  })
}
