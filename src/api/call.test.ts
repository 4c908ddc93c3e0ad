import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest'
import type { Customer, ImportReport } from '../../domain/customers/schemas.ts'
import type { Page } from '../../domain/page.ts'
import { call } from './call.ts'
import { firstOf, gridOf, reading } from './reading.ts'
import { callLines } from './request-lines.ts'

const sent: { method: string | undefined; address: string; body: unknown }[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', (address: string, { method, body }: RequestInit) => {
    sent.push({ method, address, body })
    return Promise.resolve(Response.json({}))
  })
})
afterEach(() => vi.unstubAllGlobals())

it('goes to the address with what it names in it, by the method of its name', async () => {
  await call('POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', { path: { partnerId: 'p/1', invitationId: 'i 2', token: 'ü?' } })
  await call('GET /customers', { query: { search: 'a b', limit: 8, cursor: undefined } })
  await call('POST /partnerships', { body: { partnerId: '1' } })
  expect(sent).toEqual([
    { method: 'POST', address: '/api/mail/unsubscribe/p%2F1/i%202/%C3%BC%3F', body: null },
    { method: 'GET', address: '/api/customers?search=a+b&limit=8', body: null },
    { method: 'POST', address: '/api/partnerships', body: '{"partnerId":"1"}' },
  ])
})

it('is answered with what the OpenAPI document says', () => {
  expectTypeOf(call<'GET /customers/{id}'>).returns.resolves.toExtend<Customer>()
  expectTypeOf(call<'GET /customers'>).returns.resolves.toExtend<Page<Customer>>()
  expectTypeOf(call<'DELETE /session'>).returns.resolves.toBeUndefined()
  expectTypeOf(call<'POST /acceptance/{token}/accept' | 'POST /acceptance/{token}/decline'>).returns.resolves.toHaveProperty('confirmedAt')
  expectTypeOf(callLines<'POST /customers/import'>).returns.toExtend<AsyncGenerator<ImportReport | { done: number; total: number }>>()
  expectTypeOf(firstOf<'/customers'>).returns.resolves.toHaveProperty('items').toExtend<Customer[]>()
})

it('is refused by the compiler where the document has nothing like it', () => {
  expectTypeOf(() => [
    // @ts-expect-error The document has no such address.
    call('GET /customerz'),
    // @ts-expect-error It has the address, and not the method.
    call('DELETE /customers'),
    // @ts-expect-error What the address names is missing.
    call('GET /customers/{id}'),
    // @ts-expect-error The address names something else.
    call('GET /customers/{id}', { path: { tenantId: '1' } }),
    // @ts-expect-error The query knows no such name.
    call('GET /customers', { query: { name: 'a' } }),
    // @ts-expect-error The query knows no such value.
    reading(['customers'], '/customers', { query: { sort: 'name' } }),
    // @ts-expect-error The body is missing.
    call('POST /partnerships'),
    // @ts-expect-error A field of the body is missing.
    call('POST /partnerships', { body: {} }),
    // @ts-expect-error A field of the body is of another type.
    call('POST /partnerships', { body: { partnerId: 1 } }),
    // @ts-expect-error It takes no body.
    call('DELETE /session', { body: {} }),
    // @ts-expect-error Only a list has pages.
    gridOf(['rules'], '/rules'),
    // @ts-expect-error The answer has no such field.
    call('GET /session').then(({ persona }) => persona),
  ]).toBeFunction()
})
