/** Words of the domain in both languages, handed on as they are: what the page names is named in one place. */
export { CATEGORIES } from '../engine/snapshot/categories.ts'
export { CITY_LANGUAGE } from '../platform/city-language.ts'
export { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../surveys/survey.ts'
