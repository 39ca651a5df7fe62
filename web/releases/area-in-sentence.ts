import type { ReleaseTexts } from './messages.ts'

/** Longer than this, the names of merged districts among them, a name hides what its sentence says. */
const MAX_NAME_LENGTH = 24

/** What sentences under an area's heading call it: its name, or simply the area where that is long. */
export function areaInSentence(name: string, { reported }: Pick<ReleaseTexts, 'reported'>): string {
  return name.length > MAX_NAME_LENGTH ? reported.theArea : name
}
