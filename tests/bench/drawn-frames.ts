import type { Page } from 'playwright-core'

/** What the page tells of its drawing. */
interface Drawn {
  /** When the last frame that drew anything was over. */
  at: number
  /** The longest task since the last reset, ms. */
  maxTask: number
  /** Calls to the server that have not been answered. */
  inFlight: number
}

type Watched = typeof globalThis & { drawn: Drawn }

/** A frame is the last when nothing is drawn or asked for in this time. */
const QUIET_MS = 350

/** Watches every draw call, call to the server and long task of the pages of a context: no hook of ours is needed. */
export function watchDrawing(): void {
  const drawn: Drawn = { at: 0, maxTask: 0, inFlight: 0 }
  ;(globalThis as Watched).drawn = drawn
  let isDue = false
  // The frame after one that drew begins when that one is done.
  const note = () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() => {
      isDue = false
      drawn.at = performance.now()
    })
  }
  for (const name of ['drawElements', 'drawArrays'] as const) {
    const draw = WebGL2RenderingContext.prototype[name] as (...input: unknown[]) => void
    WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...input: unknown[]) {
      note()
      draw.apply(this, input)
    }
  }
  const { fetch } = globalThis
  globalThis.fetch = async (...input) => {
    drawn.inFlight += 1
    try {
      return await fetch(...input)
    } finally {
      drawn.inFlight -= 1
    }
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) drawn.maxTask = Math.max(drawn.maxTask, duration)
  }).observe({ entryTypes: ['longtask'] })
}

/** From a change in the page to the end of the last frame that it drew, and the longest task meanwhile. */
export async function timeToPixels(
  page: Page,
  change: { readonly selector: string; readonly value: string },
): Promise<{ readonly drawnMs: number; readonly maxTaskMs: number }> {
  return page.evaluate(
    async ({ selector, value, quietMs }) => {
      const { drawn } = globalThis as Watched
      const input = document.querySelector<HTMLInputElement>(selector)!
      drawn.maxTask = 0
      const start = performance.now()
      drawn.at = start
      if (input.type === 'radio') input.click()
      else {
        input.value = value
        input.dispatchEvent(new Event('change', { bubbles: true }))
      }
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        const since = performance.now() - Math.max(drawn.at, start)
        if (drawn.at > start && since > quietMs && drawn.inFlight === 0) break
        if (performance.now() - start > 20_000) break
      }
      return { drawnMs: drawn.at - start, maxTaskMs: drawn.maxTask }
    },
    { ...change, quietMs: QUIET_MS },
  )
}
