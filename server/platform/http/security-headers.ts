import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Origins that a page of ours knows by name. */
export interface KnownOrigins {
  /** Of an external base map, which the page may then fetch from. */
  readonly basemapOrigins: readonly string[]
  /** Sites that may frame the page for other sites, and no other page; `*` = every one. */
  readonly embedOrigins: readonly string[]
}

/** The one page that other sites may frame: it has no session and no form. */
const EMBED_PATH = '/embed'

/**
 * Security headers. No HSTS and no upgrade of requests: they would break an installation on plain HTTP inside a
 * network; a proxy that speaks TLS adds them.
 */
export function securityHeaders({ basemapOrigins, embedOrigins }: KnownOrigins): RequestHandler {
  const unframed = headersFor(basemapOrigins, ["'none'"])
  // `X-Frame-Options` knows no list: where others may frame the page, the policy alone says who.
  const framed = headersFor(basemapOrigins, ["'self'", ...embedOrigins], embedOrigins.length > 0)
  return (request, response, next) =>
    (request.path === EMBED_PATH ? framed : unframed)(request, response, next)
}

function headersFor(
  basemapOrigins: readonly string[],
  frameAncestors: readonly string[],
  isFramedByOthers = false,
): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    ...(isFramedByOthers && { xFrameOptions: false }),
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        connectSrc: ["'self'", ...basemapOrigins],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...basemapOrigins],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [...frameAncestors],
      },
    },
  })
}
