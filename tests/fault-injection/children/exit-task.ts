/** A task in the middle of which its worker's life ends. */
export default function exitNow(code: number): never {
  process.exit(code)
}
