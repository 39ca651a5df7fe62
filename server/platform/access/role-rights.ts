import type { Role } from '../../engine/disclosure/roles.ts'

const STAFF: readonly Role[] = ['planner', 'coordinator', 'analyst']

/**
 * Every right, with the roles that have it. Reporters report and nothing else; readers read what is planned and what came
 * of it, never incidents; registrars read documents and reviews; admins look after people and settings and have no
 * access to incidents.
 */
export const RIGHTS = {
  'map.read': ['partner', ...STAFF, 'reader', 'registrar', 'admin'],
  'hotspots.read': STAFF,
  'checks.run': STAFF,
  'incidents.read': ['analyst'],
  'incidents.write': ['analyst'],
  'sources.read': [...STAFF, 'admin'],
  'sources.write': ['analyst', 'admin'],
  'imports.read': ['analyst', 'admin'],
  'imports.write': ['analyst'],
  'layers.read': [...STAFF, 'admin'],
  'layers.write': ['coordinator', 'analyst', 'admin'],
  'proposals.read': [...STAFF, 'registrar'],
  'proposals.write': STAFF,
  'reviews.read': [...STAFF, 'registrar'],
  'reviews.write': STAFF,
  'reviews.publish': ['coordinator', 'analyst'],
  'handlings.read': ['partner', ...STAFF, 'reader', 'registrar'],
  'places.read': ['partner', ...STAFF, 'reader'],
  'places.publish': ['coordinator'],
  'meetings.read': ['partner', ...STAFF],
  'meetings.write': ['coordinator'],
  'commitments.read': ['partner', ...STAFF, 'reader'],
  'commitments.write': ['partner', 'coordinator'],
  'observations.report': ['reporter', 'partner', ...STAFF],
  'observations.read': ['coordinator'],
  'observations.write': ['coordinator'],
  'walks.read': ['partner', ...STAFF],
  'walks.write': ['coordinator'],
  'walk-findings.write': ['partner', 'coordinator'],
  'report-links.read': ['coordinator'],
  'report-links.write': ['coordinator'],
  'measures.read': ['partner', ...STAFF, 'reader'],
  'measures.write': ['partner', 'coordinator'],
  'notices.read': ['partner', ...STAFF, 'reader'],
  'notices.write': ['coordinator'],
  'evaluations.read': ['partner', ...STAFF, 'reader'],
  'evaluations.write': ['coordinator', 'analyst'],
  'board-reports.read': STAFF,
  'board-reports.write': ['coordinator'],
  'papers.read': ['partner', ...STAFF],
  'records-requests.read': ['coordinator', 'analyst', 'registrar'],
  'records-requests.write': ['coordinator', 'analyst', 'registrar'],
  'glossary.write': ['coordinator'],
  'releases.read': ['coordinator', 'analyst'],
  'releases.prepare': ['coordinator', 'analyst'],
  'releases.approve': ['coordinator', 'analyst'],
  'people.read': ['admin'],
  'people.write': ['admin'],
  'keys.read': ['admin'],
  'keys.write': ['admin'],
  'audit.read': ['admin'],
  'metrics.read': ['admin'],
  // Commands on the machine only.
  'system.erase': [],
  'system.backup': [],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[]
