/** Words of the domain in both languages, handed on as they are: what the page names is named in one place. */
export { CATEGORIES } from '../domain/categories.ts'
export { CITY_LANGUAGE } from '../domain/city-language.ts'
export { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../domain/surveys.ts'
