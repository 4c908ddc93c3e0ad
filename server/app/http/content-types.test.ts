import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import { isolation } from '../testing/isolation-table.ts'
import type { RouteKey } from '../testing/route-keys.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const routes = (Object.keys(isolation) as RouteKey[]).filter((key) => !key.startsWith('GET'))

const bytes = (text: string) => new TextEncoder().encode(text)
const json = 'application/json'
const bodies: [string, string | undefined, BodyInit | undefined][] = [
  ['CSV', 'text/csv', 'a,b\n1,2\n'],
  ['CSV with a charset', 'text/csv; charset=utf-8; header=present', 'a,b\n'],
  ['CSV of another case', 'TEXT/CSV', '{}'],
  ['a form', 'application/x-www-form-urlencoded', 'a=1&b=2'],
  ['a form of parts', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'],
  ['a form of parts without a boundary', 'multipart/form-data', '--x'],
  ['text', 'text/plain', '{}'],
  ['bytes', 'application/octet-stream', bytes('{}')],
  ['JSON with a charset', 'application/json; charset=utf-8', '{}'],
  ['JSON with a charset that is none', 'application/json; charset=nonsense', '{}'],
  ['JSON of another case', 'Application/JSON', '{}'],
  ['a kind of JSON', 'application/merge-patch+json', '{}'],
  ['JSON that begins with a byte order mark', json, bytes('\uFEFF{}')],
  ['JSON that is no UTF-8', json, new Uint8Array([0x7b, 0x22, 0xff, 0xc3, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', json, new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ['JSON that breaks off', json, '{"a":'],
  ['a word', json, 'true'],
  ['a number that is none', json, '1e999'],
  ['nothing as JSON', json, undefined],
  ['nothing as CSV', 'text/csv', undefined],
  ['no type', '', '{}'],
  ['nonsense', 'nonsense', '{}'],
  ['a type without an end', 'application/', '{}'],
  ['separators', ';;,', '{}'],
]
const notJson = bodies.filter(([, type, body]) => body !== undefined && !/^application\/json($|;)/i.test(type ?? '')).map(([name]) => name)
const oneClick: readonly RouteKey[] = [
  'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', 'POST /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}',
]

describe('whatever is sent, and as whatever', () => {
  let world: World
  let callers: Call[]
  let documented: Record<string, Record<string, { responses: Record<string, unknown> }>>
  beforeAll(async () => {
    world = await openWorld()
    callers = [await world.as('provider.admin'), await world.as('customer.globaladmin'), world.guest]
    documented = ((await (await world.guest('/openapi.json')).json()) as { paths: typeof documented }).paths
  })
  afterAll(() => world.close())

  it.each(routes)('%s answers with a problem that is documented, and never fails', async (key) => {
    const [method = '', path = ''] = key.split(' ')
    const operation = documented[`/api${path}`]?.[method.toLowerCase()]
    const odd: unknown[] = []
    for (const [name, type, body] of bodies)
      for (const [index, call] of callers.entries()) {
        const answer = await call(path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID()), {
          method, ...(body !== undefined && { body }), headers: type === undefined ? {} : { 'Content-Type': type },
        })
        const text = await answer.text()
        const { status } = answer
        const isProblem = status < 400 || (JSON.parse(text) as Problem).code.length > 0
        const isDescribed = String(status) in (operation?.responses ?? {})
        if (status >= 500 || !isProblem || !isDescribed) odd.push([name, index, status, text.slice(0, 200)])
        const takesIt = oneClick.includes(key)
          || (key === 'POST /session/back-channel-logout' && type === 'application/x-www-form-urlencoded')
          || (key === 'POST /customers/import' && /^text\/csv/i.test(type ?? ''))
        if (notJson.includes(name) && !takesIt && status !== 415) odd.push([name, index, `${status} is not 415`])
      }
    expect(odd).toEqual([])
    expect(world.failures.splice(0)).toEqual([])
  })
})
