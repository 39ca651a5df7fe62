import { fileableCount, type FileableCounts } from '../engine/disclosure/fileable-counts.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { bufferRegion } from '../engine/geometry/planar/buffer-region.ts'
import type { PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { regionArea } from '../engine/geometry/planar/scanline-area.ts'
import type { FileableEvidence, FileableZone } from './evidence.ts'
import type { PremisesCount } from './at-premises.ts'
import { toLocalMinute, type Zone } from '../engine/time/zone.ts'
import { isCovered, type Period } from '../engine/time/periods.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { type Register, REGISTERS } from '../engine/disclosure/registers.ts'

const DAY_MINUTES = 1440
const NOT_OPEN = -1

/** What decides which counts of a check may be told outside. */
export interface FileableScope {
  readonly days: number | null
  readonly registers: readonly { readonly register: Register; readonly covered: boolean }[]
  readonly sources: FileableEvidence['sources']
}

/** The registers that have sources open to the public, and whether all of those cover the period. */
export function fileableScope(
  zone: Zone,
  period: Period,
  sources: readonly Source[],
  known: { readonly fromMinute: number; readonly toMinute: number } | null,
): FileableScope {
  const open = sources.filter(isOpenToPublic)
  const registers = REGISTERS.flatMap((register) => {
    const own = open.filter((source) => source.register === register)
    return own.length === 0 ? [] : [{ register, covered: isCovered(zone, period, own, known) }]
  })
  return {
    days: wholeDays(zone, period),
    registers,
    sources: open.map(({ title, register, coversFrom, coversTo }) => ({
      title,
      register,
      coversFrom,
      coversTo,
    })),
  }
}

/** Index into `REGISTERS` by the index of a source in a snapshot; −1 for one that is not open to the public. */
export function registersOf(sourceIds: readonly string[], sources: readonly Source[]): Int8Array {
  const byId = new Map(sources.filter(isOpenToPublic).map((source) => [source.id, source.register]))
  return Int8Array.from(sourceIds, (id) => {
    const register = byId.get(id)
    return register === undefined ? NOT_OPEN : REGISTERS.indexOf(register)
  })
}

/** The drawn area and its rings by planar distance. @param ringMetres outer radii, ascending */
export function fileableZones(
  polygon: PlanarPolygon,
  ringMetres: readonly number[],
): readonly FileableZone[] {
  const reaches = [0, ...ringMetres]
  const whole = reaches.map((reach) => regionArea(bufferRegion(polygon, reach)))
  return reaches.map((toMetres, zone) => ({
    zone,
    fromMetres: zone === 0 ? 0 : reaches[zone - 1]!,
    toMetres,
    areaM2: whole[zone]! - (zone === 0 ? 0 : whole[zone - 1]!),
  }))
}

/** What handlings are made from. */
export function fileableEvidence(
  counts: Float64Array,
  zones: readonly FileableZone[],
  { days, registers, sources }: FileableScope,
): FileableEvidence {
  return {
    zones,
    days,
    sources,
    counts: zones.flatMap(({ zone }) =>
      registers.flatMap(({ register, covered }) =>
        CATEGORY_GROUPS.map(({ code }) => ({
          zone,
          register,
          group: code,
          count: covered ? fileableCount(counts, zone, REGISTERS.indexOf(register), code) : null,
        })),
      ),
    ),
  }
}

/** The counts of `fileableEvidence` that lie at premises, where there are any. */
export function countsAtPremises(
  { atPremises }: FileableCounts,
  zones: readonly FileableZone[],
): readonly PremisesCount[] {
  return zones.flatMap(({ zone }) =>
    REGISTERS.flatMap((register, r) =>
      CATEGORY_GROUPS.flatMap(({ code: group }) => {
        const count = fileableCount(atPremises, zone, r, group)
        return count === 0 ? [] : [{ zone, register, group, count }]
      }),
    ),
  )
}

function isOpenToPublic({ audiences }: Source): boolean {
  return audiences.includes('public')
}

function wholeDays(zone: Zone, period: Period): number | null {
  const [from, to] = period.map((minute) => toLocalMinute(zone, minute)) as [number, number]
  if (from % DAY_MINUTES !== 0 || to % DAY_MINUTES !== 0) return null
  return (to - from) / DAY_MINUTES
}
