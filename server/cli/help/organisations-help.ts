import type { CommandHelp } from '../command.ts'

export const ORGANISATIONS_HELP: CommandHelp = {
  summary: {
    sv: 'Lägg till, ändra och lista nämnder, bolag, polisen och parter',
    en: 'Add, change and list boards, companies, the police and parties',
  },
  help: {
    sv: `Användning: lagesbild organisations add NAMN --kind SLAG [--area OMRÅDE…] [--json]
            lagesbild organisations change NAMN [--name NYTT] [--kind SLAG] [--area OMRÅDE…] [--json]
            lagesbild organisations list [--json]

Varje konto hör till en organisation, som avgör vilka källor och områden det får läsa. En nämnd, ett bolag eller polisen
utan områden svarar för hela staden; en part utan områden för inget.

  --kind   board (nämnd), company (bolag), police (polisen) eller party (fastighetsägare, handlare, föreningar)
  --area   namn på en plats eller stadsdel som den svarar för, med dagar om det behövs: "Hamnen",
           "Hamnen,2026-01-01,2026-12-31", "Hamnen,,2026-12-31"; får anges flera gånger; vid change är det alla dess
           områden från och med nu
  --name   det nya namnet
  --json   ett JSON-objekt`,
    en: `Usage: lagesbild organisations add NAME --kind KIND [--area AREA…] [--json]
       lagesbild organisations change NAME [--name NEW] [--kind KIND] [--area AREA…] [--json]
       lagesbild organisations list [--json]

Every account belongs to an organisation, which decides the sources and the areas that it may read. A board, a company or
the police without areas answers for the whole city; a party without areas for none.

  --kind   board (nämnd), company (bolag), police or party (owners, traders, associations)
  --area   name of a place or district that it answers for, with days if need be: "Hamnen", "Hamnen,2026-01-01,2026-12-31",
           "Hamnen,,2026-12-31"; may be given more than once; of change, these are all its areas from now on
  --name   the new name
  --json   one JSON object`,
  },
}
