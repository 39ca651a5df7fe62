import { basename } from 'node:path'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import {
  DELIVERY_MESSAGES,
  IMPORTED_KINDS,
  layerImportContract,
  type LayerImportPreview,
  type LayerImportResult,
  type LayerImportStatus,
} from '../layer-imports/index.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { callJson } from './call-json.ts'
import type { Command, CommandContext } from './command.ts'
import { LAYERS_HELP } from './help/layers-help.ts'
import { languageOf } from './language.ts'
import { layerPreviewLines, layerResultLines } from './layer-words.ts'
import { localFileSize } from './local-file-size.ts'
import { print, readMapping } from './run-import-file.ts'
import { USAGE_MESSAGES } from './usage-messages.ts'

const MAX_BYTES = 64 * 2 ** 20

/** Imports a register of cameras, patrol zones or focus areas from a file. */
export const layers: Command = {
  name: 'layers',
  ...LAYERS_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        layer: { type: 'string' },
        mapping: { type: 'string' },
        preview: { type: 'boolean', default: false },
        'save-mapping': { type: 'string' },
        default: { type: 'string', multiple: true },
        register: { type: 'string' },
        'file-layer': { type: 'string' },
        crs: { type: 'string' },
        missing: { type: 'string' },
        undo: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, path, ...others] = positionals
    if (action !== 'import')
      throw invalidParameter('layers', action, USAGE_MESSAGES.followedBy({ sv: 'import', en: 'import' }))
    if (values.undo !== undefined) return undo(values.undo, values.json, context)
    if (path === undefined || others.length > 0)
      throw invalidParameter('FILE', positionals, USAGE_MESSAGES.oneFile)
    const savePath = values['save-mapping'] ?? null
    if (savePath !== null && !values.preview)
      throw invalidParameter('--save-mapping', savePath, USAGE_MESSAGES.goesWith('--preview'))
    const mapping = mappingOf(values, values.mapping === undefined ? {} : await readMapping(values.mapping))
    const upload = {
      fields: { mapping: JSON.stringify(mapping) },
      fileName: basename(path),
      chunks: [await readBytes(path)],
    }
    return values.preview
      ? preview(upload, savePath, values.json, context)
      : take(upload, values.json, context)
  },
}

interface Flags {
  readonly layer?: string | undefined
  readonly register?: string | undefined
  readonly crs?: string | undefined
  readonly missing?: string | undefined
  readonly 'file-layer'?: string | undefined
  readonly default?: readonly string[] | undefined
}

/** The mapping of a file with what the call itself says: that goes before. */
function mappingOf(flags: Flags, written: unknown): unknown {
  if (typeof written !== 'object' || written === null) return written
  const { kind, defaults } = written as { readonly kind?: string; readonly defaults?: object }
  if (flags.layer === undefined && kind === undefined)
    throw invalidParameter('--layer', undefined, USAGE_MESSAGES.oneOf(IMPORTED_KINDS))
  const said = {
    kind: flags.layer,
    register: flags.register,
    layer: flags['file-layer'],
    crs: flags.crs,
    missing: flags.missing,
    defaults: flags.default === undefined ? undefined : { ...defaults, ...defaultsOf(flags.default) },
  }
  return {
    ...written,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  }
}

function defaultsOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw invalidParameter('--default', text, USAGE_MESSAGES.fieldAndText)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

type Upload = NonNullable<NonNullable<Parameters<typeof callJson>[2]>['upload']>

async function preview(
  upload: Upload,
  savePath: string | null,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const session = await context.open()
  const query = { preview: 'true' }
  const shown = await callJson<LayerImportPreview>(session, layerImportContract.createLayerImport, {
    upload,
    query,
  })
  if (savePath !== null && shown.mapping !== null) await save(savePath, shown.mapping)
  print(context, json, shown, layerPreviewLines(shown, languageOf(process.env), savePath))
  return shown.mapping === null || shown.missing.length > 0 || shown.question !== null ? 1 : 0
}

async function save(path: string, mapping: object): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`, { flag: 'wx' })
  } catch (cause) {
    throw invalidParameter('--save-mapping', path, USAGE_MESSAGES.notWritten((cause as Error).message))
  }
}

async function take(upload: Upload, json: boolean, context: CommandContext): Promise<ExitCode> {
  const session = await context.open()
  const result = await callJson<LayerImportResult>(session, layerImportContract.createLayerImport, { upload })
  print(context, json, result, layerResultLines(result, languageOf(process.env)))
  return 0
}

async function undo(text: string, json: boolean, context: CommandContext): Promise<ExitCode> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalidParameter('--undo', text, USAGE_MESSAGES.numberOfImport)
  const session = await context.open()
  const input = { params: { id: Number(text) } }
  const undone = await callJson<LayerImportStatus & { readonly kept: number }>(
    session,
    layerImportContract.undoLayerImport,
    input,
  )
  print(context, json, undone, [DELIVERY_MESSAGES.undone(undone.id, undone.kept)[languageOf(process.env)]])
  return 0
}

async function readBytes(path: string): Promise<Uint8Array> {
  await localFileSize(path, MAX_BYTES)
  return readFile(path)
}
