import { describe, expect, it } from 'vitest'
import { mergeEdits } from '../../../web/work/merge-edits.ts'

const BASE = { title: 'Mörkt', where: 'Porten', when: '' }

describe('an edit of an item that somebody else has changed meanwhile', () => {
  it('keeps both changes when they are of different fields', () => {
    const { edit, conflicts } = mergeEdits(
      { revision: 1, base: BASE, values: { ...BASE, title: 'Mörkt och öde' } },
      2,
      { ...BASE, where: 'Gångtunneln' },
    )
    expect(conflicts).toEqual([])
    expect(edit).toMatchObject({ revision: 2, values: { title: 'Mörkt och öde', where: 'Gångtunneln' } })
  })

  it('has a conflict when both changed a field to different values, and keeps the person’s own value until it is resolved', () => {
    const mine = { revision: 1, base: BASE, values: { ...BASE, title: 'Mitt' } }
    const { edit, conflicts } = mergeEdits(mine, 2, { ...BASE, title: 'Ditt' })
    expect([conflicts, edit.values.title, edit.base.title]).toEqual([['title'], 'Mitt', 'Ditt'])
    expect(mergeEdits(mine, 2, { ...BASE, title: 'Mitt' }).conflicts).toEqual([])
  })
})
