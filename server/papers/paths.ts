/** Paths of this module as OpenAPI templates. */
export const PAPER_PATHS = {
  paper: '/api/papers/{kind}',
  paperPage: '/papers/{kind}',
  paperFile: '/papers/{kind}/docx',
} as const
