interface EmbedCode {
  /** Where this page is, without a slash at the end. */
  readonly origin: string
  readonly area: string | null
  readonly language: string
  /** Name of the frame for those who hear the page. */
  readonly title: string
}

/** What a webmaster puts into a page: the frame, and a script that gives it the height that it asks for. */
export function embedCode({ origin, area, language, title }: EmbedCode): string {
  const params = new URLSearchParams({
    ...(area !== null && { area }),
    ...(language !== 'sv' && { lang: language }),
  })
  const query = params.size === 0 ? '' : `?${params}`
  return `<iframe class="lagesbild" src="${origin}/embed${query}" title="${escaped(title)}"
  loading="lazy" style="width: 100%; height: 640px; border: 0"></iframe>
<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${origin}' || data.type !== 'lagesbild-height') return
    for (const frame of document.querySelectorAll('iframe.lagesbild'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px'
  })
</script>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
