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
  const { check: words, formats } = useCheckMessages()
  const where = (at: number) => {
    const zone = zones.find((z) => z.zone === at)
    return zone === undefined ? '–' : zoneName(zone, words.zones)
  }
  return (
    <EvidenceFold title={words.cameras.title} ids={[cameras.id]}>
      <p>{words.cameras.share(formats.share(cameras.shareInNominalViews))}</p>
      {cameras.cameras.length === 0 ? (
        <p>{words.cameras.none}</p>
      ) : (
        <table class={tables.figuresWords}>
          <thead>
            <tr>
              <th scope="col">{words.cameras.name}</th>
              <th scope="col">{words.cameras.where}</th>
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
  const { check: words, formats } = useCheckMessages()
  return (
    <EvidenceFold title={words.patrols.title} ids={patrols.map(({ id }) => id)}>
      {patrols.length === 0 ? (
        <p>{words.patrols.none}</p>
      ) : (
        <>
          <table class={tables.figures}>
            <thead>
              <tr>
                <th scope="col">{words.patrols.name}</th>
                <th scope="col">{words.patrols.share}</th>
                <th scope="col">{words.patrols.schedule}</th>
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
          <p class={prose.hint}>{words.patrols.note}</p>
        </>
      )}
    </EvidenceFold>
  )
}

function Touches({ evidence: { touches } }: { readonly evidence: Evidence }) {
  const { check: words, formats } = useCheckMessages()
  return (
    <EvidenceFold title={words.touches.title} ids={touches.map(({ id }) => id)}>
      {touches.length === 0 ? (
        <p>{words.touches.none}</p>
      ) : (
        <table class={tables.figures}>
          <thead>
            <tr>
              <th scope="col">{words.touches.name}</th>
              <th scope="col">{words.touches.layer}</th>
              <th scope="col">{words.touches.share}</th>
            </tr>
          </thead>
          <tbody>
            {touches.map((touch) => (
              <tr key={touch.id} data-evidence={touch.id}>
                <th scope="row">{touch.name}</th>
                <td class={tables.words}>{words.touches.layers[touch.layer]}</td>
                <td>{formats.share(touch.shareOfFootprint)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </EvidenceFold>
  )
}
