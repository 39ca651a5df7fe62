/** How each month is written, whole or cut short: Swedish, English, Norwegian and Danish, Finnish, German. */
const FORMS: readonly RegExp[] = [
  /^(jan(uari|uary|uar)?|tammi(kuu(ta)?)?)$/i,
  /^(feb(r|ruari|ruary|ruar)?|helmi(kuu(ta)?)?)$/i,
  /^(mar(s|ch|ts)?|märz|maalis(kuu(ta)?)?)$/i,
  /^(apr(il)?|huhti(kuu(ta)?)?)$/i,
  /^(ma[jyi]|touko(kuu(ta)?)?)$/i,
  /^(jun[ie]?|kesä(kuu(ta)?)?)$/i,
  /^(jul[iy]?|heinä(kuu(ta)?)?)$/i,
  /^(aug(usti|ust)?|elo(kuu(ta)?)?)$/i,
  /^(sept?(ember)?|syys(kuu(ta)?)?)$/i,
  /^(o[kc]t(ober)?|loka(kuu(ta)?)?)$/i,
  /^(nov(ember)?|marras(kuu(ta)?)?)$/i,
  /^(de[csz](ember)?|joulu(kuu(ta)?)?)$/i,
]

/** The month 1–12 of a name or its abbreviation in one of these languages; 0 for any other word. */
export function monthOfName(word: string): number {
  return FORMS.findIndex((form) => form.test(word)) + 1
}
