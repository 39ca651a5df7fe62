/** What became of a place, in words. */
export const CONCLUSION_NAMES = {
  sv: {
    'fell-more': 'Minskade mer än jämförbara platser',
    'rose-more': 'Ökade mer än jämförbara platser',
    'not-told-apart': 'Går inte att skilja från slumpen',
    'too-few': 'För få för att avgöra',
    'no-comparable-places': 'Inga jämförbara platser',
  },
  en: {
    'fell-more': 'Fell more than comparable places',
    'rose-more': 'Rose more than comparable places',
    'not-told-apart': 'Cannot be distinguished from chance',
    'too-few': 'Too few to tell',
    'no-comparable-places': 'No comparable places',
  },
}
