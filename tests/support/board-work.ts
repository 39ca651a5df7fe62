import type { Repositories } from '../../db/repositories.ts'

/**
 * A records request that one person prepared and another decided, a consultation and a board case of an area, each with a
 * text in it; the request has the text as the names of both persons too.
 */
export async function writeBoardWork(
  { work }: Pick<Repositories, 'work'>,
  areaId: number,
  text: string,
): Promise<void> {
  const step = { at: '2026-01-04T12:00:00.000Z', by: 'account/1', name: null }
  const common = { areaId, audience: 'authorities', dueOn: null, partOf: null } as const
  const request = {
    ...common,
    kind: 'records-request',
    state: 'prepared',
    content: {
      wanted: `Allt om ${text}`,
      receivedOn: '2026-01-01',
      figures: [],
      handedOut: 'Listan',
      statute: null,
      appeal: null,
      attackedWith: null,
      preparedBy: { by: 'account/1', name: text },
    },
  } as const
  const consultation = { who: 'Pensionärsrådet', heldOn: '2026-01-02', said: `Fråga ${text}`, outcome: null }
  const boardCase = { form: 'statement', title: 'Bänkar', board: 'Stadsdelsnämnden', summary: `Om ${text}` }
  const [stored] = await work.write(
    [
      { insert: request },
      { insert: { ...common, kind: 'consultation', state: 'open', content: consultation } },
      { insert: { ...common, kind: 'board-case', state: 'filed', content: boardCase } },
    ],
    step,
  )
  const decided = { decidedBy: { by: 'account/2', name: text }, decidedOn: '2026-01-04', outlines: [] }
  const change = { ...request, state: 'given', content: { ...request.content, ...decided } }
  await work.write([{ id: stored!.id, revision: 1, change }], { ...step, by: 'account/2' })
}
