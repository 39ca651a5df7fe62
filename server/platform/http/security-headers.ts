import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Security headers. No HSTS and no upgrade of requests: they would break an installation on plain HTTP inside a
 * network; a proxy that speaks TLS adds them.
 *
 * @param basemapOrigins origins of an external base map, which the page may then fetch from
 */
export function securityHeaders(basemapOrigins: readonly string[]): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
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
        frameAncestors: ["'none'"],
      },
    },
  })
}
