import type { Page } from 'playwright-core'

/** What the page tells of its drawing. */
interface Drawn {
  /** The map's context, once it has drawn. */
  context: WebGL2RenderingContext | null
  /** The longest task since the last reset, ms. */
  maxTask: number
}

type Watched = typeof globalThis & { drawn: Drawn }

/** Watches the draw calls and long tasks of the pages of a context. */
export function watchDrawing(): void {
  const drawn: Drawn = { context: null, maxTask: 0 }
  ;(globalThis as Watched).drawn = drawn
  for (const name of ['drawElements', 'drawArrays'] as const) {
    const draw = WebGL2RenderingContext.prototype[name] as (...input: unknown[]) => void
    WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...input: unknown[]) {
      drawn.context = this
      draw.apply(this, input)
    }
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) drawn.maxTask = Math.max(drawn.maxTask, duration)
  }).observe({ entryTypes: ['longtask'] })
}

/**
 * From a change in the page to the moment at which the renderer has drawn the frame with all cells of the new query, and
 * the longest task meanwhile.
 */
export async function timeToPixels(
  page: Page,
  change: { readonly selector: string; readonly value: string },
): Promise<{ readonly drawnMs: number; readonly maxTaskMs: number }> {
  return page.evaluate(
    async ({ selector, value, maxMs }) => {
      const { drawn } = globalThis as Watched
      const map = document.querySelector<HTMLElement>('[data-part=map]')!
      const input = document.querySelector<HTMLInputElement>(selector)!
      drawn.maxTask = 0
      const start = performance.now()
      input.value = value
      input.dispatchEvent(new Event('change', { bubbles: true }))
      for (const phase of ['loading', 'shown'])
        while (map.dataset['cells'] !== phase) {
          if (performance.now() - start > maxMs) throw new Error(`The cells are not ${phase}.`)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      // The map draws in the next frame; a fence is passed when the renderer has done so.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const { context } = drawn
      const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null
      if (context === null || fence === null) throw new Error('The map has not drawn.')
      context.flush()
      while (context.clientWaitSync(fence, 0, 0) === context.TIMEOUT_EXPIRED)
        await new Promise((resolve) => setTimeout(resolve, 1))
      const drawnMs = performance.now() - start
      // Entries of long tasks come after the task.
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { drawnMs, maxTaskMs: drawn.maxTask }
    },
    { ...change, maxMs: 20_000 },
  )
}
