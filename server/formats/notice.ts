/** Something that a preview says of a file or of its guess, in both languages. */
export interface Notice {
  /** Stable, for machines. */
  readonly code: string
  /** `reason` speaks for the guess, `warning` against it or of what it would do to the numbers. */
  readonly kind: 'reason' | 'warning'
  /** The field of the mapping, or the column, that it is about; null for the file. */
  readonly field: string | null
  readonly sv: string
  readonly en: string
}

/** Numbers and shares as they are written in each language. */
export function written(value: number): { readonly sv: string; readonly en: string } {
  return { sv: value.toLocaleString('sv'), en: value.toLocaleString('en') }
}

/** A share as whole per cent: never 0 for some, nor 100 for not quite all. */
export function percent(part: number, whole: number): string {
  const share = (part / Math.max(1, whole)) * 100
  const rounded = Math.round(share)
  if (rounded === 0 && part > 0) return '<1 %'
  return rounded === 100 && part < whole ? '>99 %' : `${rounded} %`
}
