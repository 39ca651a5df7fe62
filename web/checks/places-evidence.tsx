import type { Evidence } from '../../server/checks/contract.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { zoneName } from './zones-evidence.tsx'
import { useCheckMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** Cameras, guards and areas that the area touches. */
export function PlacesEvidence({ evidence }: { readonly evidence: Evidence }) {
  return (
    <>
      <Cameras evidence={evidence} />
      <Patrols evidence={evidence} />
      <Touches evidence={evidence} />
    </>
  )
}

function Cameras({ evidence: { cameras, zones } }: { readonly evidence: Evidence }) {
  const { check: messages, formats } = useCheckMessages()
  const where = (at: number) => {
    const zone = zones.find((z) => z.zone === at)
    return zone === undefined ? '–' : zoneName(zone, messages.zones)
  }
  return (
    <EvidenceFold title={messages.cameras.title} ids={[cameras.id]}>
      <p>{messages.cameras.share(formats.share(cameras.shareInNominalViews))}</p>
      {cameras.cameras.length === 0 ? (
        <p>{messages.cameras.none}</p>
      ) : (
        <table class={tables.figuresWords}>
          <thead>
            <tr>
              <th scope="col">{messages.cameras.name}</th>
              <th scope="col">{messages.cameras.where}</th>
            </tr>
          </thead>
          <tbody>
            {cameras.cameras.map((camera) => (
              <tr key={camera.id}>
                <th scope="row">{camera.name}</th>
                <td>{where(camera.zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </EvidenceFold>
  )
}

function Patrols({ evidence: { patrols } }: { readonly evidence: Evidence }) {
  const { check: messages, formats } = useCheckMessages()
  return (
    <EvidenceFold title={messages.patrols.title} ids={patrols.map(({ id }) => id)}>
      {patrols.length === 0 ? (
        <p>{messages.patrols.none}</p>
      ) : (
        <>
          <table class={tables.figures}>
            <thead>
              <tr>
                <th scope="col">{messages.patrols.name}</th>
                <th scope="col">{messages.patrols.share}</th>
                <th scope="col">{messages.patrols.schedule}</th>
              </tr>
            </thead>
            <tbody>
              {patrols.map((patrol) => (
                <tr key={patrol.id} data-evidence={patrol.id}>
                  <th scope="row">{patrol.name}</th>
                  <td>{formats.share(patrol.shareOfFootprint)}</td>
                  <td>{patrol.shareInSchedule === null ? '–' : formats.share(patrol.shareInSchedule)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class={prose.hint}>{messages.patrols.note}</p>
        </>
      )}
    </EvidenceFold>
  )
}

function Touches({ evidence: { touches } }: { readonly evidence: Evidence }) {
  const { check: messages, formats } = useCheckMessages()
  return (
    <EvidenceFold title={messages.touches.title} ids={touches.map(({ id }) => id)}>
      {touches.length === 0 ? (
        <p>{messages.touches.none}</p>
      ) : (
        <table class={tables.figures}>
          <thead>
            <tr>
              <th scope="col">{messages.touches.name}</th>
              <th scope="col">{messages.touches.layer}</th>
              <th scope="col">{messages.touches.share}</th>
            </tr>
          </thead>
          <tbody>
            {touches.map((touch) => (
              <tr key={touch.id} data-evidence={touch.id}>
                <th scope="row">{touch.name}</th>
                <td class={tables.words}>{messages.touches.layers[touch.layer]}</td>
                <td>{formats.share(touch.shareOfFootprint)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </EvidenceFold>
  )
}
