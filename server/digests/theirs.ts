/**
 * Whether an owner, as it was typed, names an organisation: `Trafikkontoret, driften` is `Trafikkontoret`'s,
 * `Trafikkontoret Öst` too, `Nya trafikkontoret` as well; part of a longer word is not.
 */
export function isTheirs(owner: string, organisation: string): boolean {
  const [whole, own] = [folded(owner), folded(organisation)]
  return own !== '' && ` ${whole} `.includes(` ${own} `)
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
