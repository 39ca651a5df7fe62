import type { PictureFigures } from '../../server/situation-pictures/contract.ts'

/** A released figure, as a situation picture or a piece of evidence keeps it. */
export type KnownReleased = PictureFigures['released'][number]
/** A survey's share, as these keep it. */
export type KnownSurvey = PictureFigures['surveys'][number]
