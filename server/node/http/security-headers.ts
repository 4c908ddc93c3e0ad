import { createHash } from 'node:crypto'
import { previewStyle } from '../../../domain/mail/html.ts'

/**
 * React Aria's style elements, verbatim; the CSP allows their hashes and no other inline style. A test compares them with the installed
 * package.
 */
export const reactAriaStyles = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
]

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' ${[...reactAriaStyles, previewStyle].map(hashOf).join(' ')}`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** In the app, HTML is made by one policy (mail-preview.tsx). Swagger UI writes its own as strings, cleaned by DOMPurify. */
const trustedTypes = { app: "require-trusted-types-for 'script'; trusted-types mail-preview", docs: 'trusted-types dompurify' }

/**
 * Headers of every response. No referrer leaves the portal, since an address may hold a token. Browsers accept an opener policy only on
 * https and this machine, and warn elsewhere.
 */
export const securityHeaders = (publicUrl: string, request: Request): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${contentSecurityPolicy}; ${trustedTypes[new URL(request.url).pathname === '/api/docs' ? 'docs' : 'app']}`,
  ...(request.headers.has('Sec-Fetch-Site') && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
})
