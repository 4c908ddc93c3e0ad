import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { mailHtml, previewHtml } from '../../../domain/mail/html.ts'
import { reactAriaStyles, securityHeaders } from './security-headers.ts'

const asked = new Request('https://portal.contoso.example', { headers: { 'Sec-Fetch-Site': 'none' } })
const policy = securityHeaders('https://portal.contoso.example', asked)['Content-Security-Policy'] ?? ''

it('allows no inline script or style, no foreign host and no frame', () => {
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

it('lets one policy make HTML in the app, and asks Swagger UI, which writes strings, for nothing but its own', () => {
  expect(policy).toContain("; require-trusted-types-for 'script'; trusted-types mail-preview")
  const docs = securityHeaders('http://127.0.0.1:8080', new Request('http://127.0.0.1:8080/api/docs'))['Content-Security-Policy']
  expect(docs).toMatch(/script-src 'self';.*; trusted-types dompurify$/)
})

it('allows the one style element of a mail’s preview', () => {
  const preview = previewHtml(mailHtml({ language: 'ko', subject: 'Hello', text: 'Hi', link: 'https://portal.example/', button: 'Review' }))
  const [, style = ''] = /<style>([^<]+)<\/style>/.exec(preview) ?? []
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
})

it('promises https for a year only where there is https', () => {
  expect(securityHeaders('https://portal.contoso.example', asked)['Strict-Transport-Security']).toMatch(/max-age=31536000/)
  expect(securityHeaders('http://127.0.0.1:8080', asked)['Strict-Transport-Security']).toBeUndefined()
})

it('sends no referrer, since a link holds a token', () => {
  expect(securityHeaders('http://127.0.0.1:8080', asked)['Referrer-Policy']).toBe('no-referrer')
})

it('keeps other sites’ windows apart where the browser trusts the address, and says nothing of it elsewhere', () => {
  const opener = (request: Request) => securityHeaders('http://127.0.0.1:8080', request)['Cross-Origin-Opener-Policy']
  expect(opener(asked)).toBe('same-origin')
  expect(opener(new Request('http://portal.contoso.example'))).toBeUndefined()
})

it('knows the style elements of the installed React Aria letter by letter', () => {
  const components = createRequire(import.meta.url).resolve('react-aria-components/package.json')
  const directory = join(dirname(components), '../react-aria/dist/private')
  const written = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].map((file) => {
    const source = readFileSync(join(directory, file), 'utf8')
    const attribute = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(source)?.[1] ?? ''
    const style = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? ''
    return style.trim().replace(/\$\{[^}]+\}/, attribute)
  })
  expect(reactAriaStyles).toEqual(written)
})
