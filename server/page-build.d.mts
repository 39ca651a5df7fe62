/** What the built page is made from, below the repository's root. */
export function pageSources(root: string): readonly string[]

/** A build of the page that goes on: its exit code, null when it was stopped. */
export interface PageBuild {
  readonly exitCode: Promise<number | null>
  stop(): void
}
export function startPageBuild(root: string, env: Readonly<Record<string, string | undefined>>): PageBuild
