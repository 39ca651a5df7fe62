import { type Notice, written } from '../formats/notice.ts'
import type { LayerMapping } from './layer-mapping.ts'
import type { LayerChanges } from './plan-changes.ts'

const MAX_NAMED = 5

/** What is to be said of what a delivery changes. */
export function changeNotices(
  { absent, overwritten, removed }: LayerChanges,
  missing: LayerMapping['missing'],
  unidentified: number,
): readonly Notice[] {
  const kept = absent.filter(({ outcome }) => outcome === 'kept')
  const yetToBegin = absent.filter(({ outcome }) => outcome === 'not-begun')
  return [
    ...(kept.length === 0 ? [] : [absentNotice(kept, missing, unidentified)]),
    ...(yetToBegin.length === 0
      ? []
      : [
          warning(
            'not-begun',
            `${named(yetToBegin).sv} saknas i filen men har inte börjat gälla, och kan inte avslutas: ta bort det för hand om det ska bort.`,
            `${named(yetToBegin).en} are lacking in the file and have not begun, so they cannot be ended: remove them by hand where they are to go.`,
          ),
        ]),
    ...(overwritten.length === 0
      ? []
      : [
          warning(
            'overwritten',
            `${listed(overwritten)} var ändrade för hand sedan förra leveransen; filens uppgifter gäller nu.`,
            `${listed(overwritten)} had been changed by hand since the last delivery; what the file says holds now.`,
          ),
        ]),
    ...(removed === 0
      ? []
      : [
          warning(
            'removed-stays',
            `${written(removed).sv} objekt i filen är borttagna för hand och förblir borta tills deras rader ändras.`,
            `${written(removed).en} features of the file were removed by hand and stay away until their rows change.`,
          ),
        ]),
  ]
}

function absentNotice(
  kept: LayerChanges['absent'],
  missing: LayerMapping['missing'],
  unidentified: number,
): Notice {
  const { sv, en } = named(kept)
  if (missing === 'close')
    return warning(
      'not-closed',
      `${sv} saknas i filen men avslutas inte: ${written(unidentified).sv} avvisade rader utan id kan vara just de.`,
      `${en} are lacking in the file and are not closed: ${written(unidentified).en} rejected rows without an id may be these.`,
    )
  return warning(
    'absent',
    `${sv} saknas i filen och är kvar. Sätt missing till close (--missing close) för att avsluta dem.`,
    `${en} are lacking in the file and stay. Set missing to close (--missing close) to close them.`,
  )
}

function named(features: LayerChanges['absent']): { readonly sv: string; readonly en: string } {
  const names = listed(features.map(({ name }) => name))
  const count = written(features.length)
  return { sv: `${count.sv} objekt (${names})`, en: `${count.en} features (${names})` }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ')
  return names.length > MAX_NAMED ? `${shown} … (+${names.length - MAX_NAMED})` : shown
}

function warning(code: string, sv: string, en: string): Notice {
  return { code, kind: 'warning', field: null, sv, en }
}
