import { describe, expect, it } from 'vitest'
import { createWeighingForm, weighingOf } from '../../../web/reviews/weighing-draft.ts'

const EMPTY = {
  subject: 'proposal' as const,
  tradeOffs: {},
  perspectives: {},
  conditions: [],
  assessment: null,
}
const noise = (note: string) => ({ tradeOffs: { noise: { judgement: 'worse' as const, note } } })

describe('the draft of a weighing', () => {
  it('saves complete parts and leaves out incomplete ones', () => {
    const draft = {
      subject: 'lighting' as const,
      tradeOffs: {
        noise: { judgement: 'worse' as const, note: ' Mer buller. ' },
        street_life: { judgement: '' as const, note: 'Fler på platsen.' },
        accessibility: { judgement: 'better' as const, note: ' ' },
      },
      perspectives: {
        child: { note: ' Skolvägen. ', relevant: true },
        elderly: { note: '', relevant: true },
        lgbtq: { note: 'Skrivet före.', relevant: false },
      },
      conditions: ['Belys.', ' '],
      assessment: ' ',
    }
    expect(weighingOf(draft)).toEqual({
      subject: 'lighting',
      tradeOffs: { noise: { judgement: 'worse', note: 'Mer buller.' } },
      perspectives: { child: 'Skolvägen.', lgbtq: null },
      conditions: ['Belys.'],
      assessment: null,
    })
  })

  it('detects differences from the saved one, whatever the order of parts', () => {
    const kept = { ...EMPTY, perspectives: { child: 'a', elderly: 'b' } }
    const form = createWeighingForm(kept)
    const audited = (note: string) => ({ note, relevant: true })
    form.draft.value = {
      ...kept,
      assessment: '',
      perspectives: { elderly: audited('b'), child: audited('a') },
    }
    expect(form.changed.value).toBe(false)
    form.draft.value = {
      ...kept,
      assessment: '',
      perspectives: { elderly: audited('c'), child: audited('a') },
    }
    expect(form.changed.value).toBe(true)
    const irrelevant = { ...audited('b'), relevant: false }
    form.draft.value = { ...kept, assessment: '', perspectives: { elderly: irrelevant, child: audited('a') } }
    expect(form.weighing().perspectives).toEqual({ elderly: null, child: 'a' })
    expect(form.changed.value).toBe(true)
  })

  it('takes over the saved weighing, and never overwrites changes', () => {
    const form = createWeighingForm(EMPTY)
    form.follow({ ...EMPTY, ...noise('hos andra') })
    expect(form.weighing()).toMatchObject(noise('hos andra'))
    form.draft.value = { ...EMPTY, assessment: '', ...noise('skrivs nu') }
    form.follow({ ...EMPTY, ...noise('hos andra igen') })
    expect(form.weighing()).toMatchObject(noise('skrivs nu'))
    expect(form.changed.value).toBe(true)
  })

  it('keeps what is half written when the review is read again', () => {
    const form = createWeighingForm(EMPTY)
    form.draft.value = { ...EMPTY, assessment: '', tradeOffs: { noise: { judgement: 'worse', note: '' } } }
    form.follow({ ...EMPTY })
    expect(form.draft.value.tradeOffs.noise?.judgement).toBe('worse')
  })
})
