import { DomainError } from '../../../../server/engine/errors.ts'
import { openHandle, type SnapshotHandle } from '../../../../server/platform/feed/handle.ts'

export type DoubleInput =
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'forever' }
  | { readonly kind: 'write-shared'; readonly words: Uint32Array }
  | { readonly kind: 'weigh'; readonly handle: SnapshotHandle }

/** One task for every way in which a task can end. */
export default async function double(input: DoubleInput): Promise<number> {
  if (input.kind === 'double') return input.value * 2
  if (input.kind === 'refuse') {
    throw new DomainError('too-large', 'That is too much.', {
      problems: [{ field: 'size', rule: 'at most 3' }],
    })
  }
  if (input.kind === 'fail') throw new TypeError('a defect')
  if (input.kind === 'write-shared') return input.words.fill(7).length
  if (input.kind === 'weigh') {
    let weight = 0
    for (const { columns } of openHandle(input.handle).segments) for (const w of columns.weight) weight += w
    return weight
  }
  return new Promise(() => setInterval(() => {}, 1000))
}
