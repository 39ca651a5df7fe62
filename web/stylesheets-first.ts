import type { Plugin } from 'vite'

const SHEET = /^\s*<link rel="stylesheet"[^>]*>\n/gm
const SCRIPT = /^\s*<script type="module"/m

/** Has a document name its style sheets before its scripts: on a slow line words wait for no code. */
export function stylesheetsFirst(): Plugin {
  return {
    name: 'stylesheets-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const sheets = html.match(SHEET) ?? []
        return html.replace(SHEET, '').replace(SCRIPT, (script) => sheets.join('') + script)
      },
    },
  }
}
