import { expect, it } from 'vitest'
import { findTxt } from './find-txt.ts'

const failing = (code: string) => ({ resolveTxt: () => Promise.reject(Object.assign(new Error(code), { code })) })

it('puts the pieces of a record together', async () => {
  const resolveTxt = () => Promise.resolve([['tessera-domain-', 'verification=x'], ['v=spf1 -all']])
  expect(await findTxt('_tessera.contoso.example', { resolveTxt })).toEqual(['tessera-domain-verification=x', 'v=spf1 -all'])
})

it.each(['ENOTFOUND', 'ENODATA'])('finds nothing when DNS says %s', async (code) => {
  expect(await findTxt('_tessera.contoso.example', failing(code))).toEqual([])
})

it.each(['ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED'])('knows nothing when DNS says %s', async (code) => {
  expect(await findTxt('_tessera.contoso.example', failing(code))).toBe('unreachable')
})
