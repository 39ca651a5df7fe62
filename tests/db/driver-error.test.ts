import { describe, expect, it } from 'vitest'
import { explainDriverError } from '../../db/client/driver-error.ts'

const said = (message: string, code: string) => Object.assign(new Error(message), { code })

describe('what is told of a database that does not answer', () => {
  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 10.1.2.3:5432'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db.inside.example'],
    ['28P01', 'select 1 - password authentication failed for user "lagesbild"'],
    ['3D000', 'database "lagesbild_prod" does not exist'],
  ])('names no machine, role or database (%s)', (code, message) => {
    const cause = said(message, code)
    expect(explainDriverError(cause)).toMatchObject({
      code: 'database-unavailable',
      message: 'The database does not answer.',
      cause,
    })
  })

  it('leaves alone what is no failure of the connection', () => {
    const refused = said('duplicate key', '23505')
    expect(explainDriverError(refused)).toBe(refused)
  })
})
