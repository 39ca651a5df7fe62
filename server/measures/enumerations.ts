/** Subjects of problems: a group of incidents, or perceived safety. */
export const PROBLEM_SUBJECTS = ['people', 'property', 'order', 'environment', 'perceived_safety'] as const
/** Kinds of causes: built environment, use, guardianship, attraction, upkeep. */
export const CAUSE_KINDS = ['environment', 'use', 'guardianship', 'attraction', 'upkeep', 'other'] as const
export const INDICATOR_KINDS = ['released', 'survey', 'own_count', 'process'] as const
/** Types of measures; social ones have no geometry. */
export const MEASURE_TYPES = [
  'lighting',
  'sight_lines',
  'vehicle_barrier',
  'guard_area',
  'camera',
  'cleaning',
  'redesign',
  'activation',
  'presence',
  'social_universal',
  'social_targeted',
  'communication',
  'police_operation',
] as const
export const MEASURE_STATES = ['proposed', 'decided', 'ongoing', 'done', 'cancelled'] as const
export const MONEY_KINDS = ['investment', 'running'] as const
export const MONEY_SOURCES = ['board', 'safety_fund', 'other_board', 'owner', 'state'] as const
export const MONEY_STATES = ['not_asked', 'applied', 'granted', 'refused'] as const
/** Levels of the city's steering (ILS). */
export const ILS_LEVELS = ['council_goal', 'board_goal', 'indicator', 'activity'] as const
/** Kinds of evidence for a cause. */
export const EVIDENCE_KINDS = [
  'release',
  'survey',
  'observations',
  'review',
  'walk',
  'statistics',
  'document',
] as const
