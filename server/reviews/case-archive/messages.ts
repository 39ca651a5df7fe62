import type { Language } from '../../platform/language.ts'

/** The file that says what an archive has and how it is verified. */
export interface ReadMe {
  readonly name: string
  text(caseName: string, hasAnnex: boolean): string
}

/** In the languages that an archive is made in. */
export const READ_ME: Readonly<Record<Language, ReadMe>> = {
  sv: {
    name: 'LÄS MIG.txt',
    text: (caseName, hasAnnex) => `Ärende: ${caseName}

underlag/      Det offentliga underlaget: för utskrift (HTML), för diariet (Word), och som det upprättades (JSON).
arende/        Granskningen med steg, samråd, vägning och beslut, och checklistan med det som svaren kan vila på.
${
  hasAnnex
    ? `bilaga/        SEKRETESS: de exakta talen för utskrift (HTML), för diariet (Word), byte för byte som de låstes
               (evidence.json) och som tabell (CSV) och karta (GeoJSON, WGS 84). Pröva sekretessen innan de lämnas ut.
`
    : `Bilagan med de exakta talen är inte med: den är inte öppen för dig, eller så är den gallrad.
`
}MANIFEST.json  Varje fil med storlek, typ och SHA-256, granskningens lås, version av data och metod.

Så kontrolleras filerna: packa upp, gå till mappen och kör

    sha256sum -c SHA256SUMS

På Windows: Get-FileHash i PowerShell, och jämför med raden i SHA256SUMS.
MANIFEST.json visar vad som gällde vid "stateAt". Låset (sealedSha256) står också i det offentliga underlaget.
`,
  },
  en: {
    name: 'README.txt',
    text: (caseName, hasAnnex) => `Case: ${caseName}

underlag/      The public document: for print (HTML), for the register (Word), and as it was filed (JSON).
arende/        The review with steps, consultations, weighing and decision, and its checklist with what responses may rest on.
${
  hasAnnex
    ? `bilaga/        SECRET: the exact figures for print (HTML), for the register (Word), byte for byte as they were locked
               (evidence.json), and as a table (CSV) and a map (GeoJSON, WGS 84). Try the secrecy before giving them out.
`
    : `The annex with the exact figures is not here: it is not open to you, or it is erased.
`
}MANIFEST.json  Each file with size, type and SHA-256, the review's seal, versions of data and method.

To verify the files: unpack them, go to the folder and run

    sha256sum -c SHA256SUMS

On Windows: Get-FileHash in PowerShell, compared with the line in SHA256SUMS.
MANIFEST.json shows what held at "stateAt". The seal (sealedSha256) stands in the public document too.
`,
  },
}
