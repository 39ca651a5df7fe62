import type { CellSetResponse } from '../../server/evidence/contract.ts'
import type { PictureFigures } from '../../server/situation-pictures/contract.ts'

/** A released figure, as a situation picture or a piece of evidence keeps it. */
export type KnownReleased = PictureFigures['released'][number]
/** A set of cells that staff may point at. */
export type KnownCells = CellSetResponse
/** A survey's share, as these keep it. */
export type KnownSurvey = PictureFigures['surveys'][number]
