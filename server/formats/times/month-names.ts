/** How each month is written, Swedish and English, whole or cut short. */
const FORMS: readonly RegExp[] = [
  /^jan(uari|uary)?$/i,
  /^feb(r|ruari|ruary)?$/i,
  /^mar(s|ch)?$/i,
  /^apr(il)?$/i,
  /^ma[jy]$/i,
  /^jun[ie]?$/i,
  /^jul[iy]?$/i,
  /^aug(usti|ust)?$/i,
  /^sept?(ember)?$/i,
  /^o[kc]t(ober)?$/i,
  /^nov(ember)?$/i,
  /^dec(ember)?$/i,
]

/** The month 1–12 of a Swedish or English name or its abbreviation; 0 for any other word. */
export function monthOfName(word: string): number {
  return FORMS.findIndex((form) => form.test(word)) + 1
}
