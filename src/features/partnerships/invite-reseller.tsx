import { useState } from 'react'
import type { ResellerInviteWithLink } from '../../../domain/joining/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { InviteMessage } from './invite-message.tsx'
import { inviteInputs, inviteReseller } from './invite-queries.ts'

const tenantForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A provider invites a reseller that is not here yet, by its tenant. */
export function InviteReseller({ provider }: { provider: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useTyped('reseller-invite', { tenantId: '', displayName: '' })
  const [made, setMade] = useState<ResellerInviteWithLink>()
  const { complaints, complain, mended, ...invite } = useAction('partnerships', inviteReseller, inviteInputs)
  useUnsaved(typed.tenantId + typed.displayName)

  const submit = async () => {
    setMade(undefined)
    const [tenantId, displayName] = [typed.tenantId.trim(), typed.displayName.trim()]
    if (!tenantForm.test(tenantId)) complain('/tenantId', t('partnerships.invite.tenant.error'))
    if (!displayName) complain('/displayName', t('partnerships.invite.name.missing'))
    if (!tenantForm.test(tenantId) || !displayName) return
    const answer = await invite.run({ tenantId, displayName })
    if (!answer) return
    setTyped({ tenantId: '', displayName: '' })
    setMade(answer)
  }
  const field = (key: 'tenantId' | 'displayName') => ({
    value: typed[key],
    error: complaints[`/${key}`],
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      setTyped({ ...typed, [key]: value })
      mended(`/${key}`)
    },
  })
  return (
    <Card title={t('partnerships.invite.title')}>
      <Stack gap={3}>
        <Text tone="muted">{t('partnerships.invite.lead')}</Text>
        <Stack as={Form} gap={3} onSubmit={submit}>
          <TextField spellCheck={false} label={t('partnerships.invite.tenant')} description={t('partnerships.invite.tenant.help')}
            {...field('tenantId')} />
          <TextField maxLength={200} label={t('partnerships.invite.name')} description={t('partnerships.invite.name.help')}
            {...field('displayName')} />
          <div><Button type="submit" icon="plus" pending={invite.isRunning}>{t('partnerships.invite.make')}</Button></div>
        </Stack>
        <div role="status">{made && <InviteMessage invite={made} provider={provider} />}</div>
      </Stack>
    </Card>
  )
}
