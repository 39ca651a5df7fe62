import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MatrixCity, openMatrixCity } from '../matrix/matrix-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { EnteredModules } from './module-tracer.ts'
import { traceRequests } from './traced-requests.ts'

describe('the number of modules that a request enters', () => {
  let city: MatrixCity
  let traced: ReadonlyMap<string, EnteredModules>

  beforeAll(async () => {
    city = await openMatrixCity(databasesUnderTest[0]!)
    traced = new Map(await traceRequests(city))
  })
  afterAll(() => city?.close())

  it.each([
    ['hotspots', 4],
    ['cold tile', 4],
    ['check', 6],
    ['import', 5],
    ['publication', 4],
  ])('is small for %s: at most %i', (name, maximum) => {
    const { features } = traced.get(name)!
    expect(features.length, features.join(', ')).toBeLessThanOrEqual(maximum)
    expect(features.length).toBeGreaterThan(0)
  })
})
