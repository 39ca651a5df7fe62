/** Categories with their Swedish and English names. */
export { CATEGORIES } from '../engine/snapshot/categories.ts'
