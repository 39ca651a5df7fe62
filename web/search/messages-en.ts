import type { SearchMessages } from './messages-sv.ts'

/** Messages of the search on the map, in English. */
export const searchEn: SearchMessages = {
  search: {
    label: 'Search for a place, street or coordinates',
    placeholder: 'Place, street or coordinates',
    recent: 'Latest proposals',
    results: 'Results',
    clear: 'Clear the search',
    found: (count: string) => `${count} results. Move with the arrow keys.`,
    foundOne: '1 result. Enter goes there.',
    foundNone: 'Nothing on the map has that name. Write coordinates as 59.33 18.06 or 6579710 153699.',
    failed: 'The search could not be made. Try again.',
    shown: (name: string) => `The map shows ${name}.`,
  },
}
