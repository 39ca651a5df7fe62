import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { MapView } from './map/map-view.tsx'
import { CellCard } from '../hotspots/cell-card.tsx'
import { MapPanel } from './map-panel.tsx'
import { ProposalPanel } from '../proposals/proposal-panel.tsx'
import { TablePanel } from '../hotspots/table-panel.tsx'
import { AboutButton } from './about-button.tsx'
import { type Detent, DetentHandle } from './detent-handle.tsx'
import { Header } from '../app/shell/header.tsx'
import { LiveRegion } from './live-region.tsx'
import { PanelTabs } from './panel-tabs.tsx'
import { useTexts } from '../app/site-context.ts'
import type { LoadMap } from './map/map-view.tsx'
import { useProposal } from '../proposals/proposal.ts'
import { useShell } from './shell.ts'
import styles from './app.module.css'

const PANEL_CONTENT = { map: MapPanel, proposal: ProposalPanel, table: TablePanel } as const

/** The page: header, panel column (a sheet from below on a narrow screen), map, and the card of the chosen cell. */
export function App({ loadMap }: { readonly loadMap: LoadMap }) {
  const { panel } = useShell()
  const proposal = useProposal()
  const { app } = useTexts()
  const detent = useSignal<Detent>('half')
  const hasFindings = useComputed(() => proposal.check.state.value.value !== null)
  // On a narrow screen, lowers the sheet for drawing, raises it for findings, and lowers it for what is to stay lit on the map.
  useSignalEffect(() => {
    if (proposal.drawing.value) detent.value = 'peek'
    else if (hasFindings.value) detent.value = 'full'
    else if (proposal.draft.area.value !== null) detent.value = 'half'
  })
  useSignalEffect(() => {
    if (proposal.spotlight.kept.value !== null) detent.value = 'half'
  })
  const Content = PANEL_CONTENT[panel.value]
  return (
    <>
      <a class="skip-link" href="#panel">
        {app.skip}
      </a>
      <Header>
        <AboutButton />
      </Header>
      <h1 class="visually-hidden">{app.tagline}</h1>
      <main class={styles.workspace} data-part="workspace" data-detent={detent.value}>
        <section class={styles.panel} aria-label={app.panels}>
          <DetentHandle detent={detent} />
          <PanelTabs onChoose={() => (detent.value = detent.value === 'peek' ? 'half' : detent.value)} />
          <div
            class={styles.body}
            id="panel"
            role="tabpanel"
            aria-labelledby={`tab-${panel.value}`}
            tabIndex={-1}
          >
            <Content />
          </div>
        </section>
        <MapView detent={detent} loadMap={loadMap} onUnsupported={() => (panel.value = 'table')} />
        <CellCard
          paused={proposal.drawing}
          onTry={(area) => {
            proposal.draft.set(area)
            panel.value = 'proposal'
          }}
        />
      </main>
      <LiveRegion />
    </>
  )
}
