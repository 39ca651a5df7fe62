import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { statementEn } from './statement-en.ts'
import { statementSv } from './statement-sv.ts'
import styles from './accessibility-page.module.css'

/** Where complaints about the accessibility of public services are made. */
const SUPERVISOR = 'https://www.digg.se/tdosanmalan'

/** The accessibility statement required by law. */
export function AccessibilityPage() {
  const { app } = useTexts()
  const statement = useSite().language.value === 'sv' ? statementSv : statementEn
  useTitle(statement.title)
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.statement}`} id="content" tabIndex={-1}>
        <h1>{statement.title}</h1>
        <p class="lead">{statement.lead}</p>
        {statement.sections.map(({ heading, text }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        <p>
          {statement.supervision} <a href={SUPERVISOR}>{statement.supervisor}</a>.
        </p>
      </main>
    </>
  )
}
