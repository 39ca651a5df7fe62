/** A text in both languages of the product. */
export interface Texts {
  readonly sv: string
  readonly en: string
}

export type Language = keyof Texts
