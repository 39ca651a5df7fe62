import { isFree, type SumSystem } from './sum-system.ts'

/** A connected component of atoms and sums: components constrain each other in no way. */
export interface Component {
  readonly atoms: readonly number[]
  /** Sums with bounds, all of whose atoms are in the component. */
  readonly sums: readonly number[]
}

/** The components of a system: `of[atom]` is an index into `components`. Sums without bounds connect nothing. */
export interface Components {
  readonly of: Int32Array
  readonly components: readonly Component[]
}

/** Splits a system by union-find over its bounded sums. */
export function componentsOf(system: SumSystem): Components {
  const parent = Int32Array.from({ length: system.atoms }, (_, atom) => atom)
  const rootOf = (atom: number): number => {
    let root = atom
    while (parent[root] !== root) root = parent[root]!
    for (let at = atom; at !== root; ) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  const bounded = system.sums.flatMap((_, sum) => (isFree(system, sum) ? [] : [sum]))
  const membersOf = (sum: number) => [...system.sums[sum]!.plus, ...system.sums[sum]!.minus]
  for (const sum of bounded) {
    const [first, ...others] = membersOf(sum)
    for (const atom of others) parent[rootOf(atom)] = rootOf(first!)
  }
  const indexOfRoot = new Map<number, number>()
  const components: { atoms: number[]; sums: number[] }[] = []
  const of = Int32Array.from({ length: system.atoms }, (_, atom) => {
    const root = rootOf(atom)
    const at = indexOfRoot.get(root) ?? components.push({ atoms: [], sums: [] }) - 1
    indexOfRoot.set(root, at)
    components[at]!.atoms.push(atom)
    return at
  })
  for (const sum of bounded) {
    const first = membersOf(sum)[0]
    if (first !== undefined) components[of[first]!]!.sums.push(sum)
  }
  return { of, components }
}
