import { describe, expect, it } from 'vitest'
import { mergeEdits } from '../../../web/work/merge-edits.ts'

const BASE = { title: 'Mörkt', where: 'Porten', when: '' }

describe('an edit that is laid on what somebody else stored meanwhile', () => {
  it('keeps the own change and takes theirs, where each changed another field', () => {
    const { edit, conflicts } = mergeEdits(
      { revision: 1, base: BASE, values: { ...BASE, title: 'Mörkt och öde' } },
      2,
      { ...BASE, where: 'Gångtunneln' },
    )
    expect(conflicts).toEqual([])
    expect(edit).toMatchObject({ revision: 2, values: { title: 'Mörkt och öde', where: 'Gångtunneln' } })
  })

  it('asks where both changed the same to something else, and holds the own text until then', () => {
    const mine = { revision: 1, base: BASE, values: { ...BASE, title: 'Mitt' } }
    const { edit, conflicts } = mergeEdits(mine, 2, { ...BASE, title: 'Ditt' })
    expect([conflicts, edit.values.title, edit.base.title]).toEqual([['title'], 'Mitt', 'Ditt'])
    expect(mergeEdits(mine, 2, { ...BASE, title: 'Mitt' }).conflicts).toEqual([])
  })
})
