import type { CommandHelp } from '../command.ts'

export const PUBLISH_HELP: CommandHelp = {
  summary: {
    sv: 'Förbered, godkänn, publicera och dra tillbaka öppna siffror',
    en: 'Prepare, approve, publish and withdraw public releases',
  },
  help: {
    sv: `Användning: lagesbild publish prepare PERIOD [--json]
            lagesbild publish list [--json]
            lagesbild publish show NUMMER [--json]
            lagesbild publish approve|publish|discard NUMMER
            lagesbild publish withdraw NUMMER --reason TEXT
            lagesbild publish export MAPP [--url ADRESS]
            lagesbild publish places [--json]
            lagesbild publish place NUMMER --board NAMN --decided-on DAG --section NUMMER
            lagesbild publish withdraw-place NUMMER --reason TEXT

En publicering berättar om en period som har varit slut i 60 dagar: ett kvartal (2026-Q1) eller ett år (2025); places =
det som är moget för varje plats; place/12/2026-08-03 = en plats under de fyra veckorna från den måndagen. Den räknas,
skyddas och angrips; godkänns sedan, av en annan person än den som förberedde den om inte RELEASE_APPROVALS=1; angrips
igen och publiceras. En period publiceras en gång. Det som dras tillbaka är borta för gott.

export skriver allt som är öppet till MAPP, som fasta filer för vilken webbserver som helst; körs det igen uppdateras MAPP
och det som har dragits tillbaka tas bort.

place låter en plats publicerade siffror stå i de öppna handlingarna för prövningar vars område ligger i den, som en nämnd
har beslutat: nämnden, dagen och paragrafen i protokollet. Allt publicerat angrips först. withdraw-place tar dem ur
handlingar som registreras från och med nu; places listar platserna med deras nummer.

  --url    adress som MAPP ska ligga på: kartprogram behöver hela adresser i tiles.json
  --json   utfallet som JSON`,
    en: `Usage: lagesbild publish prepare PERIOD [--json]
       lagesbild publish list [--json]
       lagesbild publish show NUMBER [--json]
       lagesbild publish approve|publish|discard NUMBER
       lagesbild publish withdraw NUMBER --reason TEXT
       lagesbild publish export DIR [--url ADDRESS]
       lagesbild publish places [--json]
       lagesbild publish place NUMBER --board NAME --decided-on DAY --section NUMBER
       lagesbild publish withdraw-place NUMBER --reason TEXT

A release tells of a period that has been closed for 60 days: a quarter (2026-Q1) or a year (2025); places = what is due
of every place; place/12/2026-08-03 = one place in the four weeks from that Monday. It is computed, protected and attacked; then approved, by another person than who prepared it unless
RELEASE_APPROVALS=1; attacked again and published. A period is released once. One that is withdrawn is gone for good.

export writes everything that is public into DIR, as static files for any web server; done again, it brings DIR up to
date and takes away what has been withdrawn.

place lets the published figures of a place stand in the public documents of reviews whose site lies in it, as a board has
decided: the board, the day and the paragraph of its minutes. Everything published is attacked first. withdraw-place takes
them out of documents that are filed from then on; places lists the places by their numbers.

  --url    address at which DIR is to be served: map programs need whole addresses in tiles.json
  --json   the outcome as JSON`,
  },
}
