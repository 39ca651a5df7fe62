/** The language (BCP 47) that a city's own texts are written in, on a page in whatever language they are shown. */
export const CITY_LANGUAGE = 'sv'
