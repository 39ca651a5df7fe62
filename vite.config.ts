import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { compressedVariants } from './web/compressed-variants.ts'
import { stylesheetsFirst } from './web/stylesheets-first.ts'

/** The style sheet of the documents that the server writes itself: they ask for it by this name. */
const DOCUMENTS = 'review.css'

/** What both documents of the page take: one file, not a dozen that each wait for a slow line. */
const SHARED =
  /node_modules\/(?:preact|@preact)\/|web\/app\/api\/(?:http-client|problem|resource|use-resource)|web\/i18n\/(?:dates|formats|language|personal-data-text|remembered)|web\/ui\/(?:tokens|base|classes|action-button|kept-text|.+\.module)|web\/observations\/(?:kind-names)|server\/observations\/(?:paths|observation-kinds)|server\/platform\/(?:http\/paths|personal-data)/

/**
 * What the public's page and the page for other sites take before their map, which is loaded by itself: one file and one
 * style sheet each on a slow line.
 */
const PUBLIC =
  /web\/(?:i18n|ui|charts|surveys|layers\/layer-sign|public-site\/(?!embed\/embed-(?:page|source))|app\/(?!lazy-page|city\/)|map\/(?:area-bounds|overlap|geometry)|releases\/(?!desk\/|map\/(?:public-map|public-style|area-layers)))|server\/(?:releases|base-map|accounts|public-site|evaluations|measures|incidents|engine\/snapshot|platform)\/(?:paths|messages|categories)/

/** The page: sources in web/, built to dist/web. In development the API is asked of a server on 8080. */
export default defineConfig({
  root: 'web',
  plugins: [preact(), stylesheetsFirst(), compressedVariants()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no inline styles or scripts and no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: [
        'web/index.html',
        'web/embed.html',
        'web/report.html',
        'web/walk.html',
        'web/consultation.html',
        `web/documents/${DOCUMENTS}`,
      ],
      output: {
        assetFileNames: ({ names }) =>
          names.includes(DOCUMENTS) ? DOCUMENTS : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'base', test: SHARED, priority: 2 },
            { name: 'public', test: PUBLIC, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8080', '/tiles': 'http://127.0.0.1:8080' },
  },
})
