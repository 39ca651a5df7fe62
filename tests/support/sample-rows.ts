import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'
import type { HashedIncident, IncidentPageQuery } from '../../server/incidents/repository.ts'

/** A complete source. */
export const SAMPLE_SOURCE: Source = {
  id: 'patrol-log',
  title: 'Patrol log',
  register: 'other',
  controller: 'Exempelstad',
  legalBasis: 'Public task',
  agreement: 'A-1',
  purpose: 'Safety in public space',
  audiences: ['analyst', 'planner'],
  boards: null,
  citable: true,
  retentionDays: 730,
  coversFrom: '2024-01-01',
  coversTo: null,
  coversAreaId: null,
}

/** A valid incident of the sample source, with changes. */
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

/** The first page of all incidents. */
export const EVERY_INCIDENT: IncidentPageQuery = {
  after: 0,
  limit: 5000,
  categories: null,
  fromMinute: null,
  toMinute: null,
  sourceId: null,
  closedSourceIds: [],
  envelope: null,
}
