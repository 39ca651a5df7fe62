import { describe, expect, it } from 'vitest'
import { ENDPOINTS, PATHS } from '../../../server/app.ts'
import { actionText, detailTexts, subjectText } from '../../../web/audit/audit-text.ts'
import { auditMessages } from '../../../web/audit/messages.ts'

/** Actions that are audited by services and commands, without an endpoint of their name. */
const OF_SERVICES = [
  'acceptInvitation',
  'createSession',
  'deleteSession',
  'finishOpenIdConnect',
  'restore',
  'useKey',
]

describe.each(['sv', 'en'] as const)('the audit log in %s', (language) => {
  const { audit: words } = auditMessages[language]

  it('names every action that is audited, and every resource with an id', () => {
    const actions = [...ENDPOINTS.filter(({ audit }) => audit !== null).map(({ id }) => id), ...OF_SERVICES]
    expect(actions.length).toBeGreaterThan(100)
    expect(actions.filter((action) => actionText(action, words) === action)).toEqual([])
    const withIds = Object.entries(PATHS).filter(([, path]) => path.endsWith('{id}'))
    const pages = ['publicDocument', 'documentPage']
    expect(
      withIds
        .map(([name]) => name)
        .filter((name) => !pages.includes(name) && subjectText(`${name}/1`, words) === `${name}/1`),
    ).toEqual([])
  })

  it('shows what it has no words for as it is stored', () => {
    expect(actionText('boilEgg', words)).toBe('boilEgg')
    expect(subjectText('egg/5', words)).toBe('egg/5')
    expect(detailTexts({ minutes: 4, salt: null, from: '' }, words)).toEqual([['minutes', '4']])
  })
})

it('the audit log says what was done to what in plain Swedish', () => {
  const { audit: words } = auditMessages.sv
  expect(actionText('replaceCamera', words)).toBe('Ändrade kamera')
  expect(actionText('weighReview', words)).toBe('Skrev bedömningen i en granskning')
  expect(subjectText('report-link/7', words)).toBe('länk att rapportera med 7')
  expect(detailTexts({ revision: 3, cutShort: true }, words)).toEqual([
    ['lydelse', '3'],
    ['avbröts i förtid', 'ja'],
  ])
})
