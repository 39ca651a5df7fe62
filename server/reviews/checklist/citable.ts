import { type Evidence, monthsOf, namesOf, NUMBERS, otherPeriod, zoneName } from '../../checks/index.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import type { PlanarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import { nearSite, type NeedService } from '../../needs/index.ts'
import { OBSERVATION_NAMES } from '../../observations/index.ts'
import type { Language } from '../../platform/language.ts'
import { hasAccess, type Principal } from '../../platform/access/principal.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { WorkItem, WorkService } from '../../work/index.ts'
import type { ChecklistPointer } from './checklist.ts'

type Words = Readonly<Record<Language, string>>

/** Something that a response may rest on, in words. */
export type Citable = ChecklistPointer & { readonly words: Words }

interface Deps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly needs: Pick<NeedService, 'near'>
  readonly work: Pick<WorkService, 'list'>
  readonly projection: Projection
}

interface WalkFinding {
  readonly kind: string
  readonly position: { readonly lon: number; readonly lat: number } | null
  readonly text: string | null
}

/** Findings that say what was checked: nothing rests on them. */
const ABOUT_THE_CHECK: readonly string[] = ['site', 'coverage']
const WORKS_WELL: Words = { sv: 'Fungerar bra', en: 'Works well' }

/**
 * What a review already has and a principal may read: findings and figures of its evidence, and the local needs and
 * findings of walks at its proposal or within 200 m.
 */
export function createCitable({ snapshots, needs, work, projection }: Deps) {
  const siteOf = (proposalId: number | null): PlanarPolygon | null => {
    const { snapshot, release } = snapshots.acquire()
    release()
    const found = snapshot.layers.features('proposals').find(({ id }) => id === proposalId)
    return found === undefined ? null : planarPolygon(found.planar)
  }
  return async (
    principal: Principal,
    proposalId: number | null,
    evidence: Evidence | null,
  ): Promise<readonly Citable[]> => {
    const site = siteOf(proposalId)
    const ofEvidence = evidence === null ? [] : [...findingsOf(evidence), ...figuresOf(evidence)]
    if (site === null) return ofEvidence
    const near = hasAccess(principal, 'measures.read') ? await needs.near(principal, site) : []
    const found = hasAccess(principal, 'walks.read') ? await work.list(principal, { kind: 'finding' }) : []
    const isNear = nearSite(site, projection)
    return [
      ...ofEvidence,
      ...near.map(({ id, content }) => ({ kind: 'need' as const, id, words: alike(content.sentence) })),
      ...(found as readonly WorkItem<WalkFinding>[])
        .filter(({ content: { position } }) => isNear({ point: position, planar: null }))
        .map(({ id, content }) => ({ kind: 'walk-finding' as const, id, words: walkWords(content) })),
    ]
  }
}

function findingsOf({ findings }: Evidence): readonly Citable[] {
  return findings
    .filter(({ kind }) => !ABOUT_THE_CHECK.includes(kind))
    .map(({ id, sv, en }) => ({ kind: 'finding', id, words: { sv, en } }))
}

/** The counts of groups on the site itself. */
function figuresOf({ counts, zones, periods }: Evidence): readonly Citable[] {
  const site = zones.find(({ zone }) => zone === 0)
  return counts.flatMap((count) => {
    if (count.zone !== 0 || count.group === null || site === undefined) return []
    const period = otherPeriod(count, periods)
    const text = (language: Language) => {
      const months = period === undefined ? '' : ` (${monthsOf(period, language)})`
      const figure = NUMBERS[language].count(count.count)
      return `${namesOf(count.group!)[language]}${months}: ${figure}, ${zoneName(site)[language]}`
    }
    return [{ kind: 'figure' as const, id: count.id, words: { sv: text('sv'), en: text('en') } }]
  })
}

function walkWords({ kind, text }: WalkFinding): Words {
  const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = OBSERVATION_NAMES
  const worded = (language: Language) => {
    const name = names[language][kind] ?? WORKS_WELL[language]
    return text === null ? name : `${name}: ${text}`
  }
  return { sv: worded('sv'), en: worded('en') }
}

/** What people wrote is in one language. */
function alike(text: string): Words {
  return { sv: text, en: text }
}
