/**
 * The attribution line of maps as HTML; titles of sources are escaped.
 *
 * @param demo whether the data are invented, which the line then says first
 */
export function attributionOf(sources: readonly { readonly title: string }[], demo: boolean): string {
  const titles = sources.map(({ title }) => escapeHtml(title))
  return [...(demo ? ['Demo: påhittade data · invented data'] : []), ...titles].join(' · ')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
