import type { ComponentChildren } from 'preact'
import { CityText } from '../ui/city-text.tsx'
import { type CameraZones, countMeasures, type MeasuresAt } from './measures-at.ts'
import { useStartMessages } from './messages.ts'
import styles from './measure-list.module.css'
import prose from '../ui/prose.module.css'
import { LayerSign } from '../layers/layer-sign.tsx'

/** Measures by kind, with authority, grounds and duration. */
export function MeasureList({ measures }: { readonly measures: MeasuresAt }) {
  const { done, formats } = useStartMessages()
  const { focusAreas, guards, cameras, handlings: publicDocuments } = measures
  const lasting = (from: string, to: string | null) =>
    to === null ? done.since(formats.date(from)) : formats.days(from, to)
  if (countMeasures(measures) === 0) return <p>{done.none}</p>
  return (
    <div class={styles.measures}>
      <Kind title={done.focus} shown={focusAreas.length > 0} sign="focus-areas">
        {focusAreas.map(({ name, owner, programmeFrom, programmeTo, budgetSek, plannedInvestments }) => (
          <li key={name}>
            {done.focusLine(name, owner)} <small>{lasting(programmeFrom, programmeTo)}</small>
            {plannedInvestments !== null && (
              <p>
                <CityText>{plannedInvestments}</CityText>
              </p>
            )}
            {budgetSek !== null && <p class={prose.quiet}>{done.budget(formats.count(budgetSek))}</p>}
          </li>
        ))}
      </Kind>
      <Kind title={done.guards} shown={guards.length > 0} sign="patrol-zones" note={done.guardNote}>
        {guards.map(({ name, permit, purpose, validFrom, validTo }) => (
          <li key={`${name}/${permit}`}>
            <CityText>{`${name}: ${purpose}`}</CityText>{' '}
            <small>
              {done.permit(permit)}, {lasting(validFrom, validTo)}
            </small>
          </li>
        ))}
      </Kind>
      <Kind title={done.cameras} shown={cameras.length > 0} sign="camera-zones" note={done.cameraNote}>
        {cameras.map((zones) => (
          <CameraLine key={JSON.stringify(zones)} zones={zones} />
        ))}
      </Kind>
      <Kind title={done.handlings} shown={publicDocuments.length > 0} sign="proposals">
        {publicDocuments.map((publicDocument) => (
          <DocumentLine key={publicDocument.id} publicDocument={publicDocument} />
        ))}
      </Kind>
    </div>
  )
}

interface KindProps {
  readonly title: string
  readonly shown: boolean
  readonly sign: string
  readonly note?: string
  readonly children: ComponentChildren
}

function Kind({ title, shown, sign, note, children }: KindProps) {
  if (!shown) return null
  return (
    <section class={styles.kind} data-part="measures">
      <h3>
        <LayerSign of={sign} />
        {title}
      </h3>
      <ul>{children}</ul>
      {note !== undefined && <p class={prose.hint}>{note}</p>}
    </section>
  )
}

function CameraLine({ zones }: { readonly zones: CameraZones }) {
  const { done, formats } = useStartMessages()
  return (
    <li>
      {done.cameraLine(formats.count(zones.zones), zones.operator)}
      <dl class={styles.facts}>
        <div>
          <dt>{done.purpose}</dt>
          <dd>
            <CityText>{zones.purpose}</CityText>
          </dd>
        </div>
        {zones.balancingSummary !== null && (
          <div>
            <dt>{done.balancing}</dt>
            <dd>
              <CityText>{zones.balancingSummary}</CityText>
            </dd>
          </div>
        )}
        {zones.contact !== null && (
          <div>
            <dt>{done.contact}</dt>
            <dd>
              <CityText>{zones.contact}</CityText>
            </dd>
          </div>
        )}
      </dl>
      {zones.retentionDays !== null && <small>{done.retention(formats.count(zones.retentionDays))}</small>}
    </li>
  )
}

function DocumentLine({ publicDocument }: { readonly publicDocument: MeasuresAt['handlings'][number] }) {
  const { done, formats, language } = useStartMessages()
  const { title, caseNumber, decision, decidedAt, lines, conditions } = publicDocument
  return (
    <li>
      <CityText>{title}</CityText>
      {caseNumber !== null && ` (${caseNumber})`}:{' '}
      {done.decided(done.decisions[decision], formats.date(decidedAt))}
      {conditions.length > 0 && (
        <>
          <p class={prose.quiet}>{done.conditions}:</p>
          <ul class={`${styles.lines} ${prose.quiet}`}>
            {conditions.map((condition) => (
              <li key={condition}>
                <CityText>{condition}</CityText>
              </li>
            ))}
          </ul>
        </>
      )}
      {lines.length > 0 && (
        <details class={prose.fold}>
          <summary>{done.whatItSays}</summary>
          <ul class={styles.lines}>
            {lines.map((line) => (
              <li key={line.sv}>{line[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
