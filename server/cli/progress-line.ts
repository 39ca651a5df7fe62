import type { Output } from './command.ts'

const BAR_CELLS = 24
const REDRAW_EVERY_MS = 100
const LINE_EVERY_MS = 5000

/** Tells how a long work goes: a bar that is drawn over and over on a terminal, now and then a line otherwise. */
export interface ProgressLine {
  /** @param share done, 0–1; null when the whole is not known */
  show(share: number | null, messages: string): void
  /** Takes the bar away. */
  clear(): void
}

/** @param quiet nothing is written at all, for `--json` */
export function createProgressLine(output: Output, nowMs: () => number, quiet = false): ProgressLine {
  const onTerminal = output.isTTY === true
  let drawnAtMs = onTerminal ? 0 : nowMs()
  let drawn = false
  return {
    show(share, messages) {
      if (quiet || nowMs() - drawnAtMs < (onTerminal ? REDRAW_EVERY_MS : LINE_EVERY_MS)) return
      drawnAtMs = nowMs()
      drawn = true
      const percent = share === null ? '' : `${Math.floor(share * 100)} % `
      if (onTerminal) output.write(`\r\u001b[K${bar(share)}${percent}${messages}`)
      else output.write(`${percent}${messages}\n`)
    },
    clear() {
      if (drawn && onTerminal) output.write('\r\u001b[K')
      drawn = false
    },
  }
}

function bar(share: number | null): string {
  if (share === null) return ''
  const full = Math.round(Math.min(1, share) * BAR_CELLS)
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_CELLS - full)}] `
}
