import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../server/checks/contract.ts'
import { findingPairs } from '../../../web/proposals/side-by-side.ts'

const finding = (id: string, sv: string) => ({ id, sv }) as Finding

describe('findings of two areas side by side', () => {
  it('stand in pairs by what they speak of, those of one area alone without the other', () => {
    const pairs = findingPairs(
      { findings: [finding('site', 'här'), finding('patrol-3', 'vakt här')] },
      { findings: [finding('touches-areas', 'stadsdel där'), finding('site', 'där')] },
    )
    expect(pairs.map(({ id, here, there }) => [id, here?.sv ?? null, there?.sv ?? null])).toEqual([
      ['site', 'här', 'där'],
      ['patrol-3', 'vakt här', null],
      ['touches-areas', null, 'stadsdel där'],
    ])
  })
})
