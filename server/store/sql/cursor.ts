import type { Total } from '../../../domain/page.ts'
import { sha256 } from 'js-sha256'
import { InvalidCursor } from '../errors.ts'

/** A list's position: the last row's sort keys, the first page's total and the order of names. */
export type Position = { keys: readonly string[]; total: Total; order?: string | undefined }

/** A cursor's list, owner and view (filters and sort). */
export type CursorHome = { list: string; organizationId: string; view: Readonly<Record<string, unknown>> }

const encode = (text: string): string => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const toBase64Url = (text: string): string => encode(String.fromCharCode(...new TextEncoder().encode(text)))
const fromBase64Url = (text: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0)),
  )

/** Detects altered or moved cursors; a forged one stays inside its owner's rows anyway. */
function checkOf(home: CursorHome, body: string): string {
  const view = Object.entries(home.view)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const bound = JSON.stringify([home.list, home.organizationId, view, body])
  return encode(String.fromCharCode(...sha256.array(bound).slice(0, 12)))
}

/** Opaque base64url JSON. */
export function cursorFor<Content>(home: CursorHome, content: Content): string {
  const body = JSON.stringify(content)
  return toBase64Url(JSON.stringify([body, checkOf(home, body)]))
}

/** Throws {@link InvalidCursor} for a cursor of another home. */
export function readCursor<Content>(home: CursorHome, cursor: string): Content {
  const parsed = parse(cursor)
  const [body, check] = Array.isArray(parsed) ? (parsed as unknown[]) : []
  if (typeof body !== 'string' || check !== checkOf(home, body)) throw new InvalidCursor('The cursor is not of this list')
  return JSON.parse(body) as Content
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(fromBase64Url(cursor))
  } catch {
    throw new InvalidCursor('The cursor cannot be read')
  }
}
