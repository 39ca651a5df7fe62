import type { LngLat } from './report-calls.ts'

const OPTIONS: PositionOptions = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }

/** Where the phone is; asked for once, at a press. @throws GeolocationPositionError, or TypeError where a browser has none */
export function currentPosition(): Promise<LngLat> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      reject,
      OPTIONS,
    )
  })
}
