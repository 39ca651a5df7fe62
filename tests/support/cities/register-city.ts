import type { DatabaseUnderTest } from '../databases.ts'
import { registersOf } from '../register-file.ts'
import { createApiClient, type Json } from '../serving/api-client.ts'
import { startTestServer } from '../serving/start-server.ts'

/** Rows of a register of cameras, its header, and how it is read. */
export const HEADER = 'id,namn,lon,lat,riktning,räckvidd,status\n'
export const TORGET = 'K1,Torget,18.065,59.3325,NO,70 m,i drift\n'
export const PARKEN = 'K2,Parken,18.066,59.333,180,"45,5",planerad\n'
export const MAPPING = {
  kind: 'cameras',
  columns: {
    externalId: 'id',
    x: 'lon',
    y: 'lat',
    name: 'namn',
    directionDegrees: 'riktning',
    rangeMetres: 'räckvidd',
    status: 'status',
  },
  statuses: { 'i drift': 'active', planerad: 'planned' },
  defaults: { operator: 'Staden', purpose: 'Trygghet på torget' },
}

const TABLES = ['layer_import_change', 'layer_import', 'camera', 'patrol_zone', 'focus_area']

/** A city on the 4th of May 2026 into which registers are brought. */
export async function openRegisterCity(database: DatabaseUnderTest) {
  const clock = { nowMs: () => Date.parse('2026-05-04T10:00:00Z') }
  const server = await startTestServer({ database, clock })
  const call = createApiClient(server.url)
  const { knex } = server.database
  return {
    server,
    call,
    knex,
    ...registersOf(call),
    /** Rows of the table, by their names. */
    cameras: (): Promise<Json[]> => knex('camera').orderByRaw('name COLLATE "C"'),
    count: async (table: string): Promise<number> => (await knex(table)).length,
    async empty() {
      for (const table of TABLES) await knex(table).delete()
    },
    close: () => server.close(),
  }
}
