import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import { readCustomers } from './read-customers.ts'
import { resolveCustomers } from './resolve-customers.ts'

const tenant = '1a68ec39-bfdd-466e-acde-85983264cd63'
const read = (text: string) => readCustomers(text) as Exclude<ReturnType<typeof readCustomers>, { why: string }>

describe('readCustomers', () => {
  it('takes a line by its tenant id, its domain or as a name', () => {
    expect(read(`Tailspin Toys;${tenant.toUpperCase()}\n\ncontoso.example\r\n"Trey, Inc."\tsome note\nAlpine Ski House`)).toEqual([
      expect.objectContaining({ line: 1, by: 'tenant', values: [tenant] }),
      expect.objectContaining({ line: 3, by: 'domain', values: ['contoso.example'] }),
      expect.objectContaining({ line: 4, by: 'name', values: ['"Trey, Inc."\tsome note', 'Trey, Inc.'] }),
      expect.objectContaining({ line: 5, by: 'name', values: ['Alpine Ski House'] }),
    ])
  })

  it('takes a domain in whatever form, and ids and names with what came along when they were copied', () => {
    expect(read(`xn--mnchen-3ya.example\nMÜNCHEN.example\n\u200e${tenant}\u00a0\nx.рф`).map(({ by, values }) => [by, values[0]])).toEqual([
      ['domain', 'münchen.example'], ['domain', 'münchen.example'], ['tenant', tenant], ['domain', 'x.рф'],
    ])
  })

  it('passes over the header of an exported list', () => {
    expect(read(`\uFEFFMicrosoft ID,Company name,Primary domain name,Relationship\n${tenant},A,a.example,Reseller`)).toHaveLength(1)
  })

  it('has an end: at most 500, and at least one', () => {
    expect(readCustomers(' \n')).toEqual({ why: 'empty' })
    expect(readCustomers('a.example\n'.repeat(501))).toEqual({ why: 'too_many', count: 501 })
  })
})

const customer = (id: string, companyName: string, domain: string, aliases: string[] = []): Customer =>
  ({ id, companyProfile: { tenantId: id, companyName, domain }, aliases }) as unknown as Customer
const list = [
  customer('t1', 'Trey, Inc.', 'trey.example'), customer('t2', 'Alpine Ski House', 'alpine.example', ['Alpine Lodge']),
  customer('t3', 'Twin', 'twin.example'), customer('t4', 'Twin', 'other-twin.example'),
]
const lookups = {
  find: async (id: string) => list.find((each) => each.id === id) ?? null,
  search: async (text: string) => list.filter(({ companyProfile: { companyName, domain }, aliases }) =>
    [companyName, domain, ...aliases].some((each) => each.toLowerCase().includes(text.toLowerCase()))),
}
const resolve = (text: string) => resolveCustomers(read(text), lookups)

describe('resolveCustomers', () => {
  it('finds a name in which something unseen was copied', async () => {
    expect(await resolveCustomers(read('Alpine\u00a0Ski \u200bHouse'), {
      ...lookups, search: async () => list.slice(1, 2),
    })).toMatchObject([{ tenantId: 't2' }])
  })

  it('finds by exact domain, name and earlier name, in the order of the list', async () => {
    expect((await resolve('alpine lodge\nTrey, Inc.\nTWIN.example')).map(({ tenantId }) => tenantId)).toEqual(['t2', 't1', 't3'])
  })

  it('does not guess: near ones and several ones are told', async () => {
    expect((await resolve('Alpine\nTwin\nNobody')).map(({ problem }) => problem)).toEqual([
      { id: 'gdap-requests.bulk.problem.near', values: { value: 'Alpine', names: 'Alpine Ski House' } },
      { id: 'gdap-requests.bulk.problem.several', values: { value: 'Twin', count: 2 } },
      { id: 'gdap-requests.bulk.problem.unknown', values: { value: 'Nobody' } },
    ])
  })

  it('a tenant that the list does not have can be asked all the same, and each only once', async () => {
    const rows = await resolve(`${tenant}\ntrey.example\nTrey, Inc.`)
    expect(rows[0]).toMatchObject({ tenantId: tenant, inList: false })
    expect(rows[2]?.problem).toEqual({ id: 'gdap-requests.bulk.problem.repeated', values: { line: 2 } })
  })
})
