import { accessibilityAddress } from '../route.ts'
import { useTexts } from '../site-context.ts'
import styles from './footer.module.css'

/** What every page of words ends with. */
export function Footer() {
  const { app, language } = useTexts()
  return (
    <footer class={styles.footer}>
      <a href={accessibilityAddress(language)}>{app.accessibility}</a>
    </footer>
  )
}
