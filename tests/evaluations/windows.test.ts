import { describe, expect, it } from 'vitest'
import { monthNumber } from '../../server/engine/time/months.ts'
import { evaluationWindows, firstEvaluation } from '../../server/evaluations/windows.ts'

const month = (text: string) => {
  const [year, number] = text.split('-').map(Number)
  return monthNumber(year!, number!)
}
const range = (from: string, to: string) => ({ first: month(from), last: month(to) })

describe('the months that an evaluation compares', () => {
  it('are twelve after a measure that begins with a month, and the same of the two years before', () => {
    const atOnce = { first: month('2025-03'), last: month('2025-02') }
    expect(evaluationWindows(atOnce, month('2026-10'), 1)).toEqual({
      after: range('2025-03', '2026-02'),
      before: [range('2024-03', '2025-02'), range('2023-03', '2024-02')],
    })
  })

  it('leave out the months of implementation, and end within a year of its beginning', () => {
    expect(evaluationWindows(range('2025-03', '2025-10'), month('2026-10'), 1)).toEqual({
      after: range('2025-11', '2026-02'),
      before: [range('2024-11', '2025-02'), range('2023-11', '2024-02')],
    })
  })

  it('go back as many years as it takes to put the baseline before a long implementation', () => {
    const windows = evaluationWindows(range('2024-01', '2025-02'), month('2026-10'), 1)!
    expect(windows.after).toEqual(range('2025-03', '2026-02'))
    expect(windows.before[0]).toEqual(range('2022-03', '2023-02'))
  })

  it('are none before three whole months have closed, and are whole quarters for figures disclosed by the quarter', () => {
    const atOnce = { first: month('2026-05'), last: month('2026-04') }
    expect(evaluationWindows(atOnce, month('2026-06'), 1)).toBeNull()
    expect(evaluationWindows(atOnce, month('2026-07'), 1)?.after).toEqual(range('2026-05', '2026-07'))
    expect(evaluationWindows(atOnce, month('2026-09'), 3)?.after).toEqual(range('2026-07', '2026-09'))
    expect(firstEvaluation(atOnce, 3)).toBe(month('2026-09'))
    expect(firstEvaluation(atOnce, 1)).toBe(month('2026-07'))
  })
})
