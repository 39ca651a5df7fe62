import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { createAdminApi } from '../accounts/admin-calls.ts'
import { AdminTabs, type AdminTab } from './admin-tabs.tsx'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import { KeysSection } from '../accounts/keys/keys-section.tsx'
import { OrganisationsSection } from '../accounts/people/organisations-section.tsx'
import { PeopleSection } from '../accounts/people/people-section.tsx'
import { SourcesSection } from '../sources/sources-section.tsx'
import { AuditSection } from '../audit/audit-section.tsx'
import styles from './admin-page.module.css'
import prose from '../ui/prose.module.css'

const SECTIONS = {
  people: PeopleSection,
  organisations: OrganisationsSection,
  sources: SourcesSection,
  keys: KeysSection,
  auditLog: AuditSection,
} as const

/** The administrators' page: people, organisations, keys and the audit log. Shows no incidents. */
export function AdminPage() {
  const { http } = useSite()
  const { app } = useTexts()
  const { words: messages } = useAdminMessages()
  const api = useMemo(() => createAdminApi(http), [http])
  const tab = useSignal<AdminTab>('people')
  const Section = SECTIONS[tab.value]
  useTitle(`${messages.tabs[tab.value]} – ${messages.title}`)
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.admin}`} id="content" tabIndex={-1}>
        <h1>{messages.title}</h1>
        <p class={prose.quiet}>{messages.lead}</p>
        <AdminTabs tab={tab} />
        <div
          class={styles.section}
          id="admin-section"
          role="tabpanel"
          tabIndex={-1}
          aria-labelledby={`admin-tab-${tab.value}`}
        >
          <Section key={tab.value} api={api} />
        </div>
      </main>
      <Footer />
    </>
  )
}
