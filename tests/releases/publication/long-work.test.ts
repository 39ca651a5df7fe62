import { describe, expect, it } from 'vitest'
import { createLongWork } from '../../../server/releases/publication/long-work.ts'

describe('long work', () => {
  it('is joined by repeated calls, and its outcome returned once', async () => {
    const work = createLongWork(1)
    let started = 0
    let finish: (value: string) => void = () => {}
    const run = () => {
      started++
      return new Promise<string>((resolve) => {
        finish = resolve
      })
    }
    expect(await work.join('a', run)).toBeNull()
    expect(await work.join('a', run)).toBeNull()
    expect(started).toBe(1)
    finish('done')
    expect(await work.join('a', run)).toBe('done')
    expect(await work.join('a', run)).toBeNull()
    expect(started).toBe(2)
  })

  it('returns a failure to the repeated call', async () => {
    const work = createLongWork(1)
    let fail: (error: Error) => void = () => {}
    const run = () =>
      new Promise<never>((_, reject) => {
        fail = reject
      })
    expect(await work.join('a', run)).toBeNull()
    fail(new Error('no areas'))
    await expect(work.join('a', run)).rejects.toThrow('no areas')
  })
})
