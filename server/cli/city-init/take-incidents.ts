import type { ImportPreview, PresentedStatus } from '../../import/index.ts'
import type { CommandContext } from '../command.ts'
import { statusLines } from '../import-text.ts'
import { languageOf } from '../language.ts'
import { previewLines } from '../preview-words.ts'
import { createProgressLine } from '../progress-line.ts'
import { localFileSize } from '../local-file-size.ts'
import { sentFile } from '../run-import-file.ts'
import { sendImport, sendPreview } from '../send-import.ts'

/** What came of the first file of incidents: an import, or a preview that nothing could be made of without a person. */
export interface TakenIncidents {
  readonly status: PresentedStatus | null
  readonly preview: ImportPreview | null
  readonly lines: readonly string[]
  readonly isTaken: boolean
}

/**
 * Imports the first file of incidents, by its mapping or by what a preview guesses where that leaves no question. What
 * stands of the city stands all the same.
 *
 * @param mapping what is known of it: whole, or its source alone
 */
export async function takeIncidents(
  path: string,
  mapping: unknown,
  isWhole: boolean,
  context: CommandContext,
): Promise<TakenIncidents> {
  const session = await context.open()
  const progress = createProgressLine(context.stderr, () => Date.now(), context.stderr.isTTY !== true)
  const file = { path, mapping, bytesTotal: await localFileSize(path) }
  const preview = isWhole ? null : await sendPreview(session, sentFile(file, progress, context), null)
  const guess = preview === null ? [] : previewLines(preview, languageOf(process.env), null)
  if (preview !== null && (preview.mapping === null || preview.question !== null)) {
    progress.clear()
    return { status: null, preview, lines: guess, isTaken: false }
  }
  const known = preview === null ? file : { ...file, mapping: preview.mapping }
  const status = await sendImport(session, sentFile(known, progress, context), () => {})
  progress.clear()
  const isTaken = status.state === 'done' && !(status.rowsRead > 0 && status.rejected === status.rowsRead)
  return { status, preview, lines: [...guess, ...statusLines(status, languageOf(process.env))], isTaken }
}
