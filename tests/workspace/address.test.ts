import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../web/app/api/http-client.ts'
import { createApi } from '../../web/app/api/client.ts'
import { createSessionApi } from '../../web/app/session-calls.ts'
import { syncAddress } from '../../web/workspace/address.ts'
import { readView } from '../../web/workspace/permalink.ts'
import { createSession } from '../../web/app/session.ts'
import { createSite } from '../../web/app/site.ts'
import { createWorkspace, viewOf } from '../../web/workspace/workspace.ts'

/** A browser's address with its history, and a workspace whose view is kept in step with it. */
function openAt(search: string, preferred: 'sv' | 'en' = 'sv') {
  const entries = [search]
  let at = 0
  let onBack = () => {}
  const location = { pathname: '/', search }
  const go = (address: string) => {
    location.search = address.startsWith('?') ? address : ''
  }
  const request = createHttpClient({ fetch: () => Promise.reject(new Error('No server is asked here.')) })
  const first = readView(search, preferred)
  const session = createSession({
    api: createSessionApi(request),
    startOver: () => {},
    notifyOtherTabs: () => {},
  })
  const site = createSite({ http: request, session, language: first.language, route: { page: 'work' } })
  const workspace = createWorkspace({ api: createApi(request), site, view: first })
  const view = viewOf(workspace, site)
  syncAddress(view, {
    location,
    history: {
      pushState: (_data, _title, address) => {
        go(String(address))
        entries.splice(++at, entries.length, location.search)
      },
      replaceState: (_data, _title, address) => {
        go(String(address))
        entries[at] = location.search
      },
    },
    addEventListener: (_type, listener) => {
      onBack = listener
    },
  })
  const back = () => {
    location.search = entries[--at]!
    onBack()
  }
  return { view, entries, back }
}

describe('the address', () => {
  it('has a remembered language at once, without a history entry', () => {
    expect(openAt('', 'en').entries).toEqual(['?lang=en'])
  })

  it('is replaced by map moves and pushed by choices', () => {
    const { view, entries } = openAt('')
    view.camera.value = { zoom: 12, latitude: 58.6, longitude: 20.2 }
    expect(entries).toHaveLength(1)
    view.panel.value = 'table'
    expect(entries).toHaveLength(2)
  })

  it('goes back over a step with several changes without new entries', () => {
    const { view, entries, back } = openAt('')
    view.language.value = 'en'
    view.panel.value = 'table'
    view.selected.value = { i: 1, j: 2 }
    const before = [...entries]
    back()
    back()
    expect(entries).toEqual(before)
    expect([view.language.value, view.panel.value, view.selected.value]).toEqual(['en', 'map', null])
  })
})
