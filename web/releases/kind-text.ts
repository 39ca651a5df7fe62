import type { ReleaseTexts } from './messages.ts'

/** The kind of incidents of a register, as used after a number. */
export function kindText(
  { register, group }: { readonly register: string; readonly group: string },
  { reported }: Pick<ReleaseTexts, 'reported'>,
): string {
  return reported.whatElse[`${register}_${group}`] ?? reported.what[group] ?? group
}

/** The same with its receiver, as a title: `Egendomsbrott anmälda till polisen`. */
export function kindTitle(
  kind: { readonly register: 'police' | 'city' | 'other'; readonly group: string },
  texts: Pick<ReleaseTexts, 'reported'>,
): string {
  const { reported } = texts
  const text = reported.reportedTo(kindText(kind, texts), reported.to[kind.register])
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
