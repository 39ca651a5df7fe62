/** The four headings of a situation picture: problems, local conditions, needs, resources. */
export const PICTURE_HEADINGS = ['problems', 'conditions', 'needs', 'resources'] as const

/** Whose it is: of all parties together, or of one. */
export const PICTURE_FORMS = ['joint', 'party'] as const

/** A joint picture is open until it is agreed; a party's is a draft until it is handed in. Both are then unchangeable. */
export const PICTURE_STATES = ['open', 'agreed', 'draft', 'handed-in'] as const
