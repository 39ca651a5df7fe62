/** Paths of this module as OpenAPI templates. */
export const NEED_PATHS = {
  localNeeds: '/api/local-needs',
  localNeed: '/api/local-needs/{id}',
  localNeedHistory: '/api/local-needs/{id}/history',
  localNeedsNear: '/api/nearby-needs',
  needQuestions: '/api/need-questions',
  needQuestion: '/api/need-questions/{id}',
  needQuestionHistory: '/api/need-questions/{id}/history',
} as const
