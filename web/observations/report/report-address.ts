/** What the address of the page asks for; all of it is in the fragment, which no server is sent. */
export interface ReportAddress {
  /** The token of a link to report by; null reports with an account. */
  readonly token: string | null
  /** The report whose receipt is asked for. */
  readonly receipt: string | null
}

/** @param hash of the address: `#TOKEN`, or `#receipt=ID` */
export function readReportAddress(hash: string): ReportAddress {
  const receipt = /^#receipt=([0-9a-f]{32})$/.exec(hash)?.[1] ?? null
  const token = receipt === null ? (/^#([^=]{1,200})$/.exec(hash)?.[1] ?? null) : null
  return { token, receipt }
}

/** The address of a receipt. */
export function receiptAddress(reportId: string): string {
  return `/report#receipt=${reportId}`
}

/** The address to report at. */
export function reportAddress(token: string | null): string {
  return token === null ? '/report' : `/report#${token}`
}
