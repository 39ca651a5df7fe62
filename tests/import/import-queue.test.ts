import { describe, expect, it } from 'vitest'
import { createImportQueue } from '../../server/import/import-queue.ts'

/** A promise and the way to fulfil it. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

describe('the import queue', () => {
  it('runs one task after the other, in the order of reservation', async () => {
    const queue = createImportQueue(2)
    const said: string[] = []
    const { passed, open } = gate()
    const [first, second] = [queue.reserve(), queue.reserve()]
    const later = second.run(async () => said.push('second'))
    const earlier = first.run(async () => {
      await passed
      said.push('first')
    })
    open()
    await Promise.all([earlier, later])
    expect(said).toEqual(['first', 'second'])
  })

  it('goes on after a task that fails and after a turn that is left', async () => {
    const queue = createImportQueue(2)
    const [failing, left, last] = [queue.reserve(), queue.reserve(), queue.reserve()]
    left.leave()
    await expect(failing.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(last.run(() => Promise.resolve('done'))).resolves.toBe('done')
  })

  it('is busy when as many wait as may, and free again when they are done', async () => {
    const queue = createImportQueue(1)
    const [first, second] = [queue.reserve(), queue.reserve()]
    expect(() => queue.reserve()).toThrow(expect.objectContaining({ code: 'busy', retryAfterSeconds: 30 }))
    await first.run(() => Promise.resolve())
    await second.run(() => Promise.resolve())
    expect(() => queue.reserve()).not.toThrow()
  })
})
