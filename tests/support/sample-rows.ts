import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'
import type { HashedIncident } from '../../server/incidents/repository.ts'

/** A source that says everything a source must. */
export const SAMPLE_SOURCE: Source = {
  id: 'patrol-log',
  title: 'Patrol log',
  register: 'other',
  controller: 'Exempelstad',
  legalBasis: 'Public task',
  agreement: 'A-1',
  purpose: 'Safety in public space',
  audiences: ['analyst', 'planner'],
  retentionDays: 730,
  coversFrom: '2024-01-01',
  coversTo: null,
  coversAreaId: null,
}

/** A valid incident of the sample source, with what a test wants otherwise. */
export function sampleIncident(change: Partial<IncidentContent> = {}): HashedIncident {
  const content: IncidentContent = {
    sourceId: SAMPLE_SOURCE.id,
    externalId: 'a-1',
    xCm: 67_435_080,
    yCm: 658_108_970,
    fromMinute: 28_000_000,
    toMinute: 28_000_060,
    reportedMinute: 28_000_090,
    categoryIndex: 4,
    flags: 0,
    settingCode: 1,
    precisionCode: 0,
    weight: 1,
    text: 'Cykel stulen',
    ...change,
  }
  return { ...content, contentHash: contentHash(content), line: 0 }
}
