import type { CommandHelp } from '../command.ts'

export const VERIFY_HELP: CommandHelp = {
  summary: {
    sv: 'Räkna om en prövning och säg om dess underlag stämmer',
    en: 'Compute a review again and say whether its evidence agrees',
  },
  help: {
    sv: `Användning: lagesbild verify PRÖVNING [--json]

Återskapar data som de var när prövningen gjordes, räknar om underlaget och jämför det byte för byte med det som är
lagrat. Där gallringen har förstört rader sedan dess räknas siffrorna ur dem som är kvar.

Slutkod 0 när varje siffra stämmer, 1 när någon inte gör det eller det lagrade har ändrats, 4 när siffrorna inte längre
går att räkna om och inget talar emot dem: gallring eller återställning tog det som de räknar, eller en tidigare version
av metoden räknade dem.

  --json   utfallet som ett JSON-objekt`,
    en: `Usage: lagesbild verify REVIEW [--json]

Rebuilds the data as it was when the review was made, computes the evidence again and compares it byte for byte with
what is stored. Where retention has destroyed rows since, the figures are computed from those that are left.

Exit code 0 when every figure agrees, 1 when one does not or what is stored was changed, 4 when the figures can no longer
be computed again and nothing speaks against them: retention or a restore took what they count, or they were computed by
an earlier version of the method.

  --json   the outcome as one JSON object`,
  },
}
