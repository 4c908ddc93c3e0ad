import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StaleWrite } from '../errors.ts'
import type { TemplateRecord } from './message-templates.ts'
import { contoso, litware, openWithCast, scopeFor, sentInvitation, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const provider = scopeFor('provider.sales')
const reseller = scopeFor('reseller.sales')
const words = { subject: 'Für {customer}', text: 'Guten Tag\n\n{link}\n' }
const inGerman = (changes: Partial<TemplateRecord> = {}): TemplateRecord => ({ language: 'de', words, version: 0, ...changes })

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const save = (next: TemplateRecord, scope = provider) => opened.store.messageTemplates.save(scope, next, writeOf([contoso.id]))

    it('keeps one template a language, as it was written', async () => {
      expect(await opened.store.messageTemplates.list(provider)).toEqual([])
      expect(await save(inGerman())).toEqual(inGerman({ version: 1 }))
      await save(inGerman({ language: 'ko' }))
      const changed = { subject: 'Neu', text: '{link}' }
      await save(inGerman({ words: changed, version: 1 }))
      const kept = (await opened.store.messageTemplates.list(provider)).toSorted((a, b) => (a.language < b.language ? -1 : 1))
      expect(kept).toEqual([inGerman({ words: changed, version: 2 }), inGerman({ language: 'ko', version: 1 })])
    })

    it('is written by one of two at once, and by nobody who saw an older one', async () => {
      const both = await Promise.allSettled([save(inGerman()), save(inGerman({ words: { ...words, subject: 'Other' } }))])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const version of [0, 2]) await expect(save(inGerman({ version }))).rejects.toThrow(StaleWrite)
    })

    it('goes back to the built-in text, and its version goes on', async () => {
      const { invitation } = await sentInvitation(opened.store)
      await save(inGerman())
      await save(inGerman({ words: null, version: 1 }))
      expect(await opened.store.messageTemplates.list(provider)).toEqual([inGerman({ words: null, version: 2 })])
      expect(await opened.store.messageTemplates.ofInvitation(provider, invitation.id, 'de')).toBeUndefined()
      await expect(save(inGerman({ version: 1 }))).rejects.toThrow(StaleWrite)
      expect(await save(inGerman({ version: 2 }))).toEqual(inGerman({ version: 3 }))
    })

    it('BR-26: the reseller reads the provider’s for an invitation that it carries, and no others', async () => {
      const handedOver = await sentInvitation(opened.store, { via: litware })
      const direct = await sentInvitation(opened.store)
      await save(inGerman())
      await opened.store.messageTemplates.save(reseller, inGerman({ words: { subject: 'Own', text: '{link}' } }), writeOf([litware.id]))
      const read = (scope: typeof provider, id: string, language: 'de' | 'en' = 'de') =>
        opened.store.messageTemplates.ofInvitation(scope, id, language)
      expect(await read(provider, handedOver.invitation.id)).toEqual(words)
      expect(await read(reseller, handedOver.invitation.id)).toEqual(words)
      expect(await read(reseller, handedOver.invitation.id, 'en')).toBeUndefined()
      expect(await read(reseller, direct.invitation.id)).toBeUndefined()
      expect(await read(reseller, 'no id')).toBeUndefined()
    })

    it.each(['reseller2.admin', 'direct.admin', 'customer.globaladmin'] as const)('%s reaches none of another’s', async (persona) => {
      const foreign = scopeFor(persona)
      const { invitation } = await sentInvitation(opened.store, { via: litware })
      await save(inGerman())
      expect(await opened.store.messageTemplates.list(foreign)).toEqual([])
      expect(await opened.store.messageTemplates.ofInvitation(foreign, invitation.id, 'de')).toBeUndefined()
      await expect(save(inGerman({ version: 1 }), foreign)).rejects.toThrow(StaleWrite)
      expect(await opened.store.messageTemplates.list(provider)).toEqual([inGerman({ version: 1 })])
    })
  })
