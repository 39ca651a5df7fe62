/** How Word names the languages of pages. */
export const LANGUAGES_OF_WORD: Readonly<Record<string, string>> = { sv: 'sv-SE', en: 'en-GB' }
