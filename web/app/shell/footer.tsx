import { accessibilityAddress } from '../route.ts'
import { useTexts } from '../site-context.ts'

/** What every page of words ends with. */
export function Footer() {
  const { app, language } = useTexts()
  return (
    <footer class="page-footer">
      <a href={accessibilityAddress(language)}>{app.accessibility}</a>
    </footer>
  )
}
