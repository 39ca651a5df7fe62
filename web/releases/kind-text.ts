import type { ReleaseTexts } from './messages.ts'

/** What a register tells of, as it stands in a sentence after a number. */
export function kindText(
  { register, group }: { readonly register: string; readonly group: string },
  { reported }: Pick<ReleaseTexts, 'reported'>,
): string {
  return reported.whatElse[`${register}_${group}`] ?? reported.what[group] ?? group
}

/** The same with its receiver, to stand by itself: `Egendomsbrott anmälda till polisen`. */
export function kindTitle(
  kind: { readonly register: 'police' | 'city' | 'other'; readonly group: string },
  texts: Pick<ReleaseTexts, 'reported'>,
): string {
  const { reported } = texts
  const messages = reported.reportedTo(kindText(kind, texts), reported.to[kind.register])
  return `${messages.charAt(0).toUpperCase()}${messages.slice(1)}`
}
