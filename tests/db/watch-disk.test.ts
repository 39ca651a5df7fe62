import { expect, it } from 'vitest'
import { watchDisk } from '../../db/client/watch-disk.ts'
import { createPostgresConnector } from '../../db/postgis/postgres-connector.ts'
import { SILENT } from '../../server/platform/log.ts'

it('a full disk is reported until no statement has failed by it for five minutes, and logged once', () => {
  let nowMs = 0
  const logged: string[] = []
  const log = { ...SILENT, error: (_: object, message: string) => void logged.push(message) }
  const { connector, isFull } = watchDisk(createPostgresConnector('postgres://nowhere'), log, () => nowMs)
  const fail = (code: string) => connector.explain(Object.assign(new Error('refused'), { code }))
  fail('23505')
  expect(isFull()).toBe(false)
  fail('53100')
  nowMs += 4 * 60_000
  fail('53100')
  nowMs += 4 * 60_000
  expect(isFull()).toBe(true)
  nowMs += 60_000
  expect(isFull()).toBe(false)
  expect(logged).toEqual(['the disk of the database is full'])
})
