/** Paths of this module as OpenAPI templates. */
export const GLOSSARY_PATHS = {
  glossary: '/api/glossary',
  glossaryEntry: '/api/glossary/{key}',
  glossaryHistory: '/api/glossary/{key}/history',
} as const
