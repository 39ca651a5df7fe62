import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../engine/errors.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import type { CommandContext } from './command.ts'
import { sendImport, type SentImport } from './send-import.ts'
import { progressText, statusLines } from './import-text.ts'
import { createProgressLine, type ProgressLine } from './progress-line.ts'
import { languageOf } from './language.ts'
import { FILE_MESSAGES } from './file-messages.ts'
import { localFileSize } from './local-file-size.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'

/** A file to import, and how it is read. */
export interface LocalFile {
  readonly path: string
  readonly mapping: unknown
  readonly bytesTotal: number
}

/** Imports a file, here or through the server that runs, and prints what came of it. */
export async function runImportFile(
  file: LocalFile,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const session = await context.open()
  const progress = createProgressLine(context.stderr, () => Date.now(), json)
  const language = languageOf(process.env)
  const status = await sendImport(session, sentFile(file, progress, context), (shown) =>
    progress.show(null, progressText(shown, language)),
  )
  progress.clear()
  print(context, json, status, statusLines(status, language))
  const nothingUsable = status.rowsRead > 0 && status.rejected === status.rowsRead
  return status.state === 'done' && !nothingUsable ? 0 : 1
}

/** The file on its way to an import. */
export function sentFile(
  { path, mapping, bytesTotal }: LocalFile,
  progress: ProgressLine,
  context: CommandContext,
): SentImport {
  const onSent = (bytes: number) =>
    progress.show(bytes / Math.max(1, bytesTotal), OUTPUT_MESSAGES.sent[languageOf(process.env)])
  return { path, fileName: basename(path), mapping, onSent, signal: context.signal }
}

/** Prints a value as JSON, or in lines. */
export function print(
  context: CommandContext,
  json: boolean,
  value: unknown,
  lines: readonly string[],
): void {
  context.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

/** The JSON of a file that says how another is read. @throws DomainError `invalid-mapping` */
export async function readMapping(path: string): Promise<unknown> {
  await localFileSize(path)
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new DomainError('invalid-mapping', FILE_MESSAGES.notJson(path, (cause as Error).message), {
      cause,
    })
  }
}
