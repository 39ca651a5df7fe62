/**
 * What maps show of where data come from, as HTML: the titles of sources are text.
 *
 * @param demo whether everything is made up, which it then says first
 */
export function attributionOf(sources: readonly { readonly title: string }[], demo: boolean): string {
  const titles = sources.map(({ title }) => escapeHtml(title))
  return [...(demo ? ['Demo: påhittade data · invented data'] : []), ...titles].join(' · ')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
