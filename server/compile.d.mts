/** Compiles what is stale, unless another process does; gives the exit code of the compiler. @param onBegin called before it works */
export function compileWhatIsStale(options: { readonly onBegin: () => void }): number
