import type { CommandHelp } from '../command.ts'
import { KEY_DAYS } from '../../accounts/index.ts'
import { ALL_RIGHTS } from '../../platform/access/rights.ts'

export const KEY_HELP: CommandHelp = {
  summary: {
    sv: 'Skapa, lista och återkalla API-nycklar',
    en: 'Make, list and revoke API keys',
  },
  help: {
    sv: `Användning: lagesbild key add --name NAMN --role ROLL --scope RÄTT… [--organisation ID] [--days N] [--json]
            lagesbild key list [--json]
            lagesbild key revoke ID [--json]

En nyckel öppnar API:et för en maskin, som skickar den som "Authorization: Bearer NYCKEL". Den skrivs ut en gång och
förvaras som en kontrollsumma: den som förlorar den skapar en ny. Den kan det som dess rättigheter säger och dess roll
får, och inget mer.

  --name          vad den är till för, till exempel "Prometheus"
  --role          reporter, partner, planner, coordinator, analyst, reader, registrar eller admin
  --scope         en av rollens rättigheter; får anges flera gånger
  --organisation  nummer på organisationen vars källor den läser och vars områden begränsar den; partner behöver en
  --days          dagar tills den slutar gälla: ${KEY_DAYS.usual} om inget anges, högst ${KEY_DAYS.max}
  --json          ett JSON-objekt

Rättigheter: ${ALL_RIGHTS.join(', ')}.`,
    en: `Usage: lagesbild key add --name NAME --role ROLE --scope RIGHT… [--organisation ID] [--days N] [--json]
       lagesbild key list [--json]
       lagesbild key revoke ID [--json]

A key opens the API to a machine, which sends it as "Authorization: Bearer KEY". It is printed once and kept as a hash:
who loses it makes another. It can do what its scopes say and its role may, and nothing more.

  --name          what it is for, for example "Prometheus"
  --role          reporter, partner, planner, coordinator, analyst, reader, registrar or admin
  --scope         a right of that role; may be given more than once
  --organisation  number of the organisation whose sources it reads and whose areas bound it; partners need it
  --days          days until it ends: ${KEY_DAYS.usual} unless given, at most ${KEY_DAYS.max}
  --json          one JSON object

Rights: ${ALL_RIGHTS.join(', ')}.`,
  },
}
