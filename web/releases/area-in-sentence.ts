import type { ReleaseTexts } from './messages.ts'

/** Longer names, such as those of merged districts, would dominate a sentence. */
const MAX_NAME_LENGTH = 24

/** How sentences under an area's heading refer to it: by name, or as "the area" where the name is long. */
export function areaInSentence(name: string, { reported }: Pick<ReleaseTexts, 'reported'>): string {
  return name.length > MAX_NAME_LENGTH ? reported.theArea : name
}
