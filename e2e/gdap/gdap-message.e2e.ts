import { readFile } from 'node:fs/promises'
import type { GdapRelationshipDetail } from '../../domain/gdap/schemas.ts'
import { scene } from '../../server/store/demo/scene.ts'
import { expect, test } from '../fixtures.ts'
import { call } from '../steps.ts'
import { wordsOf } from '../words.ts'

test.use({ changes: true, permissions: ['clipboard-read', 'clipboard-write'] })

const { id, displayName } = scene.requestForTailspin
const address = `/delegated-admin/${id}`

test('an Admin agent hands a request to its customer, with the link whole', async ({ page, signInAs, expectAccessible }) => {
  const say = await signInAs('provider.admin')
  const [ko, de] = [wordsOf('ko'), wordsOf('de')]
  await page.goto(address)
  const link = await page.getByLabel(say('gdap-message.link'), { exact: true }).inputValue()
  const microsoftLink = await page.getByLabel(say('gdap-message.microsoft_link'), { exact: true }).inputValue()
  const kit = page.getByRole('region', { name: say('gdap-message.title') })
  const text = kit.getByLabel(say('kit.text'), { exact: true })
  const mail = kit.getByTitle(say('invitations.new.preview')).contentFrame()

  await test.step('it begins in the language of the customer’s country, and both links are told apart', async () => {
    await expect(text).toHaveValue(new RegExp(`${ko('mails.gdap_request.review')}\n${link}`))
    await expect(mail.getByText(displayName).first()).toBeVisible()
    await expect(mail.getByText(ko('mails.gdap_request.button'), { exact: true })).toBeVisible()
    expect([link.endsWith(id), microsoftLink.endsWith(id), link === microsoftLink]).toEqual([true, true, false])
    await page.getByText(say('kit.links'), { exact: true }).click()
    await expect(page.getByRole('rowheader', { name: say('kit.links.gdap.this') })).toBeVisible()
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('in another language it begins anew; Microsoft’s link may stand in it, and the portal’s must', async () => {
    await kit.getByLabel(say('kit.language')).selectOption('de')
    await expect(text).toHaveValue(new RegExp(`${de('mails.gdap_request.review')}\n${link}`))
    await text.fill(`Guten Tag,\n\n${microsoftLink}\n`)
    await expect(kit.getByRole('alert').filter({ hasText: say('refusal.message.link_missing') })).toBeVisible()
    await kit.getByRole('button', { name: say('kit.put_back') }).click()
    await expect(text).toHaveValue(new RegExp(`${microsoftLink.replaceAll('/', String.raw`\/`)}[^]*${link}`))
    await expect(text).toBeFocused()
    await expect(kit.getByRole('alert')).toBeEmpty()
  })

  await test.step('files of it do not call it an invitation', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), kit.getByRole('button', { name: say('kit.eml') }).click()])
    expect(download.suggestedFilename()).toBe('admin-rights-request.eml')
    expect(await readFile(await download.path(), 'utf8')).toContain('X-Unsent: 1')
  })

  await test.step('where it was sent is recorded, and nothing says that the portal sent it', async () => {
    await expect(kit.getByText(say('kit.no_mail'))).toBeVisible()
    const email = kit.getByLabel(say('invitations.forward.email'))
    await email.fill('nobody')
    await email.press('Enter')
    await expect(email).toHaveAccessibleDescription(say('invitations.error.email'))
    await email.fill('admin@tailspin.example')
    await email.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: say('gdap-message.recorded') })).toBeVisible()
    await expect(email).toHaveValue('')
    const { history, mails } = await call<GdapRelationshipDetail>(page, 'GET', `/api/delegated-admin/relationships/${id}`)
    expect([history.at(-1)?.action, mails]).toEqual(['sent', []])
  })
})

test('a Sales agent reads who may send a request', async ({ page, signInAs }) => {
  const say = await signInAs('provider.sales', address)
  const kit = page.getByRole('region', { name: say('gdap-message.title') })
  await expect(kit.getByRole('button')).toBeDisabled()
  await expect(kit.getByRole('button')).toHaveAccessibleDescription(new RegExp(say('refusal.gdap.needs_admin_agent')))
  await expect(page.getByText(say('refusal.gdap.needs_admin_agent'))).toHaveCount(1)
})
