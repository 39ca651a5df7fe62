/** A task that gives back what it is given. */
export default function echo(input: string): string {
  return input
}
