import type { ComputePool } from '../workers/compute-pool.ts'
import type { PageToDraw } from './page-docx-task.ts'

export type { PageToDraw }

const TASK = new URL('./page-docx-task.ts', import.meta.url)

/** Pages as Word files, made on the workers. */
export interface WordFiles {
  /** @throws DomainError `busy`, `deadline-exceeded` */
  of(page: PageToDraw, signal?: AbortSignal): Promise<Uint8Array>
}

export function createWordFiles(pool: Pick<ComputePool, 'run'>): WordFiles {
  return {
    of: (page, signal) =>
      pool.run<PageToDraw, Uint8Array>(TASK, page, signal === undefined ? {} : { signal }),
  }
}
