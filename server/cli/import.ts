import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { importThroughServer, previewThroughServer, type RemoteImport } from './import-through-server.ts'
import { count, previewLines, statusLines } from './import-words.ts'
import { createProgressLine, type ProgressLine } from './progress-line.ts'
import { changeAsOperator, recordAsOperator } from './record-as-operator.ts'
import { answerOf } from './remote-answer.ts'
import type { Session } from './session.ts'
import { type ImportPreview, type ImportStatus, parseImportMapping, IMPORT_PATHS } from '../import/index.ts'

/** Imports incidents from a file, shows what an import would do, or looks after an earlier one. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Import incidents from CSV, CSV.gz or GeoJSON, by a mapping',
  help: `Usage: lagesbild import FILE --mapping MAPPING.json [--json]
       lagesbild import FILE --preview [--mapping MAPPING.json] [--json]
       lagesbild import --rejects ID | --undo ID [--json]

Reads incidents as the mapping says and takes them in whole: every row is accepted, known already, or rejected with a
reason, in one transaction. The same file again adds nothing; rows that have changed become revisions.

  --mapping   JSON that names the source, the columns and the codes
  --preview   say what would happen and store nothing; without --mapping one is guessed and printed
  --rejects   print the rejected rows of an import as CSV: line, column, reason, detail, text
  --undo      take an import back, as new revisions
  --json      the outcome as one JSON object (a preview with its hexbin as GeoJSON)

Exit codes: 0 done, 1 the file or the mapping is at fault, 2 the call is, 3 the system.`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        preview: { type: 'boolean', default: false },
        rejects: { type: 'string' },
        undo: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const json = values.json
    if (values.rejects !== undefined) return printRejects(idOf('--rejects', values.rejects), context)
    if (values.undo !== undefined) return undo(idOf('--undo', values.undo), json, context)
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0)
      throw invalidParameter('FILE', positionals, 'exactly one file')
    if (values.mapping === undefined && !values.preview) {
      throw invalidParameter('--mapping', undefined, 'is needed; --preview guesses one')
    }
    const mapping = values.mapping === undefined ? null : await readMapping(values.mapping)
    const file = { path, mapping, bytesTotal: await sizeOf(path) }
    return values.preview ? printPreview(file, json, context) : runImport(file, json, context)
  },
}

interface LocalFile {
  readonly path: string
  readonly mapping: unknown
  readonly bytesTotal: number
}

async function runImport(file: LocalFile, json: boolean, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  const progress = createProgressLine(context.stderr, () => Date.now(), json)
  const status = await (session.kind === 'remote'
    ? importThroughServer(session, remoteFile(file, progress, context), ({ state, rowsRead }) =>
        progress.show(null, `${count(rowsRead)} rows, ${state}`),
      )
    : importHere(session, file, progress, context))
  progress.clear()
  print(context, json, status, statusLines(status))
  const nothingUsable = status.rowsRead > 0 && status.rejected === status.rowsRead
  return status.state === 'done' && !nothingUsable ? 0 : 1
}

async function importHere(
  session: Extract<Session, { kind: 'direct' }>,
  { path, mapping, bytesTotal }: LocalFile,
  progress: ProgressLine,
  { signal }: CommandContext,
): Promise<ImportStatus> {
  const work = { kind: 'import', action: 'createImport', subject: null } as const
  const change = async () => {
    const { done } = await session.storage.imports.start({
      fileName: basename(path),
      stream: createReadStream(path),
      bytesTotal,
      mapping: parseImportMapping(mapping),
      signal,
      onProgress: ({ state, bytesRead, rowsRead }) =>
        progress.show(bytesRead / Math.max(1, bytesTotal), `${count(rowsRead)} rows, ${state}`),
    })
    return done
  }
  return changeAsOperator(session, work, change, ({ id }) => ({ subject: `import/${id}` }))
}

async function printPreview(file: LocalFile, json: boolean, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  const progress = createProgressLine(context.stderr, () => Date.now(), json)
  const preview: ImportPreview =
    session.kind === 'remote'
      ? await previewThroughServer(session, remoteFile(file, progress, context))
      : await session.storage.imports.preview({
          fileName: basename(file.path),
          stream: createReadStream(file.path),
          mapping: file.mapping === null ? null : parseImportMapping(file.mapping),
        })
  progress.clear()
  print(context, json, preview, previewLines(preview))
  return preview.mapping === null ? 1 : 0
}

async function printRejects(id: number, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  if (session.kind === 'direct') {
    const rejects = await session.storage.imports.rejects(id)
    await recordAsOperator(session, { kind: 'export', action: 'getImportRejects', subject: `import/${id}` })
    for await (const piece of rejects) context.stdout.write(piece)
    return 0
  }
  const response = await session.request(IMPORT_PATHS.importRejects.replace('{id}', String(id)))
  if (!response.ok) await answerOf(Promise.resolve(response))
  context.stdout.write(await response.text())
  return 0
}

async function undo(id: number, json: boolean, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  const path = IMPORT_PATHS.import.replace('{id}', String(id))
  const status =
    session.kind === 'direct'
      ? await undoHere(session, id)
      : ((await answerOf(session.request(path, { method: 'DELETE' }))) as ImportStatus)
  print(context, json, status, statusLines(status))
  return 0
}

function undoHere(session: Extract<Session, { kind: 'direct' }>, id: number): Promise<ImportStatus> {
  const work = { kind: 'import', action: 'undoImport', subject: `import/${id}` } as const
  return changeAsOperator(
    session,
    work,
    () => session.storage.imports.undo(id),
    () => ({}),
  )
}

function remoteFile(
  { path, mapping, bytesTotal }: LocalFile,
  progress: ProgressLine,
  context: CommandContext,
): RemoteImport {
  const onSent = (bytes: number) => progress.show(bytes / Math.max(1, bytesTotal), 'sent')
  return { path, fileName: basename(path), mapping, onSent, signal: context.signal }
}

function print(context: CommandContext, json: boolean, value: unknown, lines: readonly string[]): void {
  context.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

function idOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw invalidParameter(option, text, 'is the number of an import')
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new DomainError('invalid-file', `There is no file ${path}.`)
  return found.size
}

async function readMapping(path: string): Promise<unknown> {
  await sizeOf(path)
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new DomainError('invalid-mapping', `${path} is not JSON: ${(cause as Error).message}`, { cause })
  }
}
