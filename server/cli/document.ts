import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { observationContracts } from '../observations/index.ts'
import { PAPER_KINDS, paperContract, type PaperKind } from '../papers/index.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import { DOCUMENT_HELP } from './help/document-help.ts'
import type { Session } from './session.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

interface ReportPlaces {
  readonly areas: readonly { readonly id: number; readonly name: string }[]
}

/** Writes a paper of a place or district as a Word file. */
export const document: Command = {
  name: 'document',
  ...DOCUMENT_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        place: { type: 'string' },
        item: { type: 'string' },
        audience: { type: 'string' },
        lang: { type: 'string', default: 'sv' },
        output: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const kind = kindOf(positionals)
    const { place, item, audience, lang, output, json } = values
    if (place === undefined) throw invalidParameter('--place', place, MESSAGES.placeName)
    if (output === undefined && !json) throw invalidParameter('--output', output, MESSAGES.outputFile)
    const session = await context.open()
    const query = {
      area: await areaNamed(session, place),
      lang,
      ...(audience !== undefined && { audience }),
      ...(item !== undefined && { item }),
    }
    const input = { params: { kind }, query, signal: context.signal }
    const paper = await callJson<{ readonly missing: readonly string[] }>(
      session,
      paperContract.getPaper,
      input,
    )
    if (output === undefined) {
      context.stdout.write(`${JSON.stringify(paper)}\n`)
      return 0
    }
    const file = await session.call(paperContract.getPaperFile, input)
    await writeFile(output, new Uint8Array(await file.arrayBuffer()))
    context.stdout.write([output, ...paper.missing.map((text) => `! ${text}`), ''].join('\n'))
    return 0
  },
}

/** @throws DomainError `invalid-parameter` */
function kindOf([text, ...others]: readonly string[]): PaperKind {
  const kind = PAPER_KINDS.find((known) => known === text)
  if (kind === undefined || others.length > 0)
    throw invalidParameter('KIND', text, MESSAGES.oneOf(PAPER_KINDS))
  return kind
}

/** The id of an area, as text. @throws DomainError `not-found` that names those there are */
async function areaNamed(session: Session, name: string): Promise<string> {
  const { areas } = await callJson<ReportPlaces>(session, observationContracts.observation.listReportPlaces)
  const found = areas.filter((area) => area.name.toLowerCase() === name.trim().toLowerCase())
  if (found.length === 1) return String(found[0]!.id)
  const known = areas.map((area) => area.name).join(', ')
  throw new DomainError(
    found.length === 0 ? 'not-found' : 'conflict',
    found.length === 0
      ? REFUSAL_MESSAGES.noArea(name, known)
      : REFUSAL_MESSAGES.severalAreas(found.length, name),
  )
}
