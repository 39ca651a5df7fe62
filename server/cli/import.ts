import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import { IMPORT_HELP } from './help/import-help.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { statusLines } from './import-text.ts'
import { languageOf } from './language.ts'
import { previewLines } from './preview-words.ts'
import { createProgressLine } from './progress-line.ts'
import { callJson, printText } from './call-json.ts'
import { localFileSize } from './local-file-size.ts'
import { type LocalFile, print, readMapping, runImportFile, sentFile } from './run-import-file.ts'
import { sendPreview } from './send-import.ts'
import { importContract, type ImportPreview, type PresentedStatus } from '../import/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Imports incidents from a file, shows what an import would do, or looks after an earlier one. */
export const importCommand: Command = {
  name: 'import',
  ...IMPORT_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        preview: { type: 'boolean', default: false },
        source: { type: 'string' },
        layer: { type: 'string' },
        'save-mapping': { type: 'string' },
        rejects: { type: 'string' },
        undo: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const json = values.json
    if (values.rejects !== undefined) return printRejects(idOf('--rejects', values.rejects), context)
    if (values.undo !== undefined) return undo(idOf('--undo', values.undo), json, context)
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.oneFile)
    if (values.mapping === undefined && !values.preview) {
      throw invalidParameter('--mapping', undefined, MESSAGES.mappingNeeded)
    }
    if (!values.preview) refuseOfPreview(values)
    const mapping = await knownMapping(values.mapping, values.source)
    const file = { path, mapping, bytesTotal: await localFileSize(path) }
    if (!values.preview) return runImportFile(file, json, context)
    return printPreview(
      file,
      { layer: values.layer ?? null, savePath: values['save-mapping'] ?? null, json },
      context,
    )
  },
}

/** The mapping as far as it is known: that of the file, else what names or declares its source. */
async function knownMapping(mapping: string | undefined, source: string | undefined): Promise<unknown> {
  if (mapping !== undefined && source !== undefined)
    throw invalidParameter('--source', source, MESSAGES.sourceInMapping)
  if (mapping !== undefined) return readMapping(mapping)
  if (source === undefined) return null
  return { source: /\.json$/i.test(source) ? await readMapping(source) : source }
}

function refuseOfPreview(values: Readonly<Record<string, unknown>>): void {
  for (const name of ['source', 'layer', 'save-mapping'])
    if (values[name] !== undefined)
      throw invalidParameter(`--${name}`, values[name], MESSAGES.goesWith('--preview'))
}

async function saveMapping(path: string, { mapping }: ImportPreview): Promise<void> {
  if (mapping === null) return
  try {
    await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`, { flag: 'wx' })
  } catch (cause) {
    throw invalidParameter('--save-mapping', path, MESSAGES.notWritten((cause as Error).message))
  }
}

async function printPreview(
  file: LocalFile,
  {
    layer,
    savePath,
    json,
  }: { readonly layer: string | null; readonly savePath: string | null; readonly json: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const session = await context.open()
  const progress = createProgressLine(context.stderr, () => Date.now(), json)
  const preview = await sendPreview(session, sentFile(file, progress, context), layer)
  progress.clear()
  if (savePath !== null) await saveMapping(savePath, preview)
  print(context, json, preview, previewLines(preview, languageOf(process.env), savePath))
  return preview.mapping === null || preview.question !== null ? 1 : 0
}

async function printRejects(id: number, context: CommandContext): Promise<ExitCode> {
  const { call } = await context.open()
  await printText(await call(importContract.getImportRejects, { params: { id } }), context.stdout)
  return 0
}

async function undo(id: number, json: boolean, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  const status = await callJson<PresentedStatus>(session, importContract.undoImport, { params: { id } })
  print(context, json, status, statusLines(status, languageOf(process.env)))
  return 0
}

function idOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw invalidParameter(option, text, MESSAGES.numberOfImport)
}
