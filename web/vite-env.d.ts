declare module '*?worker&url' {
  const url: string
  export default url
}

declare module '*.woff2' {
  const url: string
  export default url
}

declare module '*.module.css' {
  /** The name that the build gives each class of the sheet. */
  const styles: Readonly<Record<string, string>>
  export default styles
}

declare module '*.css'
