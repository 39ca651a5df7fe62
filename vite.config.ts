import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { compressedVariants } from './web/compressed-variants.ts'

/** The style sheet of the documents that the server writes itself: they ask for it by this name. */
const DOCUMENTS = 'review.css'

/** The page: sources in web/, built to dist/web. In development the API is asked of a server on 8080. */
export default defineConfig({
  root: 'web',
  plugins: [preact(), compressedVariants()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no inline styles or scripts and no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ['web/index.html', `web/documents/${DOCUMENTS}`],
      output: {
        assetFileNames: ({ names }) =>
          names.includes(DOCUMENTS) ? DOCUMENTS : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8080', '/tiles': 'http://127.0.0.1:8080' },
  },
})
