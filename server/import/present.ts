import type { Language } from '../engine/texts.ts'
import { detailIn } from '../formats/messages/row-details.ts'
import type { ImportPreview } from './preview.ts'
import type { ImportStatus } from './repository.ts'

/** An import as its status resource tells of it: why it failed stands in one language. */
export type PresentedStatus = Omit<ImportStatus, 'error'> & { readonly error: string | null }

/** The status of an import in the caller's language. */
export function presentStatus(status: ImportStatus, language: Language): PresentedStatus {
  return { ...status, error: status.error?.[language] ?? null }
}

/** A preview in the caller's language; its notices stand in both. */
export function presentPreview(preview: ImportPreview, language: Language): ImportPreview {
  const said = <R extends { readonly detail: string }>(row: R): R => {
    return { ...row, detail: detailIn(language, row.detail) }
  }
  return {
    ...preview,
    rejects: preview.rejects.map(said),
    examples: preview.examples.map((row) => ('reason' in row ? said(row) : row)),
  }
}
