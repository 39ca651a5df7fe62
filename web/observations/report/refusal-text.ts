import type { ReportMessages } from './report-messages-sv.ts'

/** What a refusal means, and the way out. @param code of the failure, or the field that was at fault */
export function refusalText(code: string | null, { refused }: ReportMessages): string {
  return Object.hasOwn(refused, code ?? '') ? refused[code as keyof typeof refused] : refused.other
}
