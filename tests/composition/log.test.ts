import { describe, expect, it } from 'vitest'
import { errorForLog } from '../../server/composition/log.ts'

const refusedByDatabase = () =>
  Object.assign(new Error('insert into "incident" - violates check constraint "weight_check"'), {
    code: '23514',
    constraint: 'weight_check',
    detail: 'Failing row contains (1, Vera hotades i sin port).',
    where: 'COPY incident, line 1: "Vera hotades i sin port"',
    parameters: ['Vera hotades i sin port'],
  })

describe('an error in the log', () => {
  it('says what failed and where in the code', () => {
    expect(errorForLog(refusedByDatabase())).toMatchObject({
      type: 'Error',
      message: expect.stringContaining('weight_check'),
      stack: expect.stringContaining('log.test.ts'),
      code: '23514',
      constraint: 'weight_check',
    })
  })

  it('contains no values of a row that the database refused, also as its cause', () => {
    expect(JSON.stringify(errorForLog(refusedByDatabase()))).not.toContain('Vera')
    const outer = new Error('An import failed.', { cause: refusedByDatabase() })
    expect(JSON.stringify(errorForLog(outer))).not.toContain('Vera')
  })

  it('is logged as it is when it is no Error', () => {
    expect(errorForLog('gone')).toBe('gone')
  })
})
