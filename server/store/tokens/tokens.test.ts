import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TokenDraft } from '../../../domain/tokens/schemas.ts'
import { newToken, ownerOf, revokeToken, type TokenRecord } from '../../../domain/tokens/token.ts'
import { demoPeople, type DemoPersona } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { contoso, later, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const at = (minutes: number) => later(minutes).toISOString()
const days = (count: number) => at(count * 24 * 60)
const maker = demoPeople['provider.admin']
const scope = scopeFor('provider.admin')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())

    type Making = { by?: DemoPersona; hash?: string; among?: number; now?: Date } & Partial<TokenDraft>
    const make = ({ by = 'provider.admin', hash = 'a hash', among = 0, now = noon, ...changes }: Making = {}): Promise<TokenRecord> => {
      const draft: TokenDraft = { name: 'Nightly', kind: 'personal', scopes: ['read'], expiresInDays: 30, ...changes }
      const token = newToken(draft, { id: uuidV7(now), actor: demoPeople[by], token: `tess_${hash}`, now })
      return opened.store.tokens.create(scopeFor(by), token, hash, among, writeOf([contoso.id]))
    }
    const bearer = (minutes: number, hash = 'a hash') => opened.store.tokens.bearer(hash, at(minutes))

    it('a personal token acts as its person with the roles of the moment, and not once the person is gone', async () => {
      await make()
      expect(await bearer(1)).toEqual({ actor: { ...maker, token: { name: 'Nightly' } }, scopes: ['read'], timeZone: null })
      await opened.db.updateTable('users').set({ roles: '["helpdesk_agent"]' }).where('id', '=', maker.user.id).execute()
      expect((await bearer(2))?.actor.user.roles).toEqual(['helpdesk_agent'])
      expect(await opened.store.tokens.living(['a hash'], at(2))).toEqual(new Set(['a hash']))
      await opened.db.deleteFrom('users').where('id', '=', maker.user.id).execute()
      expect(await bearer(3)).toBeUndefined()
      expect(await opened.store.tokens.living(['a hash'], at(3))).toEqual(new Set())
    })

    it('a service acts in its own name with the roles it was given, whoever made it', async () => {
      const made = await make({ kind: 'service', roles: ['admin_agent'], scopes: ['read', 'import'] })
      await opened.db.deleteFrom('users').where('id', '=', maker.user.id).execute()
      const user = { id: made.id, displayName: 'Nightly', email: '', roles: ['admin_agent'], locale: 'en' }
      expect(await bearer(1)).toEqual({ actor: { user, organization: maker.organization }, scopes: ['read', 'import'], timeZone: null })
    })

    it('lives until its end, or until it is revoked', async () => {
      const made = await make({ expiresInDays: 1 })
      expect(await bearer(24 * 60 - 1)).toBeDefined()
      expect(await bearer(24 * 60)).toBeUndefined()
      expect(await bearer(1, 'another hash')).toBeUndefined()
      const revoked = await opened.store.tokens.revoke(scope, revokeToken(made, maker, later(5)), writeOf([contoso.id]))
      expect(revoked).toMatchObject({ revokedAt: at(5), revokedBy: maker.user.displayName, version: 2 })
      expect(await bearer(6)).toBeUndefined()
      expect(await opened.store.tokens.living(['a hash', 'unknown'], at(6))).toEqual(new Set())
      await expect(opened.store.tokens.revoke(scope, revokeToken(made, maker, later(7)), writeOf([]))).rejects.toThrow(StaleWrite)
    })

    it('keeps its last use, written at most once a minute, without another version', async () => {
      const made = await make()
      const lastUse = async () => (await opened.store.tokens.find(scope, made.id))?.lastUsedAt
      expect(await lastUse()).toBeNull()
      await bearer(1)
      await bearer(1.9)
      expect(await lastUse()).toBe(at(1))
      await bearer(2)
      expect(await lastUse()).toBe(at(2))
      expect((await opened.store.tokens.find(scope, made.id))?.version).toBe(1)
    })

    it('is listed under its owner alone, the newest first, by pages', async () => {
      const ids: string[] = []
      for (const [among, hash] of ['one', 'two', 'three'].entries()) ids.unshift((await make({ hash, among, now: later(among) })).id)
      const service = await make({ kind: 'service', roles: ['admin_agent'], hash: 'four', now: later(9) })
      await make({ by: 'provider.sales', hash: 'five' })
      const owners = [maker.user.id]
      const first = await opened.store.tokens.list(scope, owners, { limit: 2 })
      expect([first.items.map(({ id }) => id), first.total]).toEqual([ids.slice(0, 2), { count: 3, capped: false }])
      const rest = await opened.store.tokens.list(scope, owners, { limit: 2, cursor: first.nextCursor ?? '' })
      expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([ids.slice(2), null])
      const both = await opened.store.tokens.list(scope, [...owners, ownerOf(maker, 'service')], { limit: 10 })
      expect(both.items.map(({ id }) => id)).toEqual([service.id, ...ids])
      expect((await opened.store.tokens.list(scopeFor('direct.admin'), owners, { limit: 10 })).items).toEqual([])
      expect(await opened.store.tokens.find(scopeFor('direct.admin'), service.id)).toBeUndefined()
      expect(await opened.store.tokens.find(scope, 'no id')).toBeUndefined()
    })

    it('is made only beside as many as were counted, also when two are made at once', async () => {
      await expect(make({ among: 1 })).rejects.toThrow(StaleWrite)
      const tried = await Promise.allSettled(['one', 'two', 'three'].map((hash) => make({ hash })))
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await opened.store.tokens.countLiving(scope, maker.user.id, at(0))).toBe(1)
      expect(await opened.store.tokens.countLiving(scope, maker.user.id, days(30))).toBe(0)
    })

    it('is deleted with its hash ninety days after its end', async () => {
      await make({ expiresInDays: 1 })
      expect((await opened.store.prune(days(90.9))).tokens).toBe(0)
      expect((await opened.store.prune(days(91))).tokens).toBe(1)
      for (const table of ['access_tokens', 'access_token_hashes'] as const)
        expect(await opened.db.selectFrom(table).selectAll().execute()).toEqual([])
    })
  })
