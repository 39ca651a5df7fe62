/** Source of the cells that a check counted. */
export const CHECK_CELLS = 'check-cells'
/** Source of the outer lines of the site and its rings. */
export const ZONE_OUTLINES = 'zone-outlines'
/** Source of the coarser cells that evidence names. */
export const TOUCHED_CELLS = 'touched-cells'
