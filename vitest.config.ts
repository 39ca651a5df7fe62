import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './tests/support/slowest-first.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // The compiled server is loaded as it is: workers and templates beside it find what they need by its address.
    server: { deps: { external: [/\/dist\/(server|db|tiles)\//] } },
    pool: 'forks',
    maxWorkers: 2,
    // Files share their process, and with it what it has compiled and the embedded databases that it has started.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // How long a condition is awaited on a machine that is busy; it costs nothing where it comes at once.
    expect: { poll: { timeout: 20_000 } },
    globalSetup: ['tests/support/global-setup.ts'],
    sequence: { sequencer: SlowestFirst },
    // What was transformed is kept between runs: a single file starts in half the time.
    experimental: { fsModuleCache: true },
  },
})
