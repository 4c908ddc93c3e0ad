import { createHash } from 'node:crypto'
import { previewStyle } from '../../../domain/mail/html.ts'

/**
 * The style elements that React Aria writes into the page itself, letter by letter: they are allowed by their hash, so that no other inline
 * style is. A test compares them with the installed package.
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

/**
 * On every answer. No referrer leaves the portal, since an address may hold an invitation's token. A browser sends `Sec-Fetch-Site` to
 * addresses that it trusts, https and this machine; from others it takes no opener policy, and complains of one.
 */
export const securityHeaders = (publicUrl: string, request: Request): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy,
  ...(request.headers.has('Sec-Fetch-Site') && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
})
