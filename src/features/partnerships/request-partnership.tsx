import { useId, useState } from 'react'
import { canRequestPartnership } from '../../../domain/partnerships/lifecycle.ts'
import { partnerIdForm } from '../../../domain/partnerships/partner-id.ts'
import type { RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { partnershipInputs, requestPartnership } from './partnership-queries.ts'
import { RequestedNext } from './requested-next.tsx'

/** An indirect provider requests a reseller by PartnerID; others read who can (BR-49, BR-54a). */
export function RequestPartnership({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { kind, partnerId: ownPartnerId } = actor.organization
  const verdict = canRequestPartnership(actor)
  return (
    <Card title={t('partnerships.request.title')}>
      <Stack gap={3}>
        {kind === 'indirect_reseller' && ownPartnerId && <p>{t('partnerships.request.own_id', { partnerId: ownPartnerId })}</p>}
        {verdict.allowed ? <RequestForm actor={actor} />
          : <div><ActionButton icon="partnerships" verdict={verdict}>{t('partnerships.request')}</ActionButton></div>}
      </Stack>
    </Card>
  )
}

function RequestForm({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const id = useId()
  const [partnerId, setPartnerId] = useTyped('partner-id', '')
  const [isTried, setTried] = useState(false)
  const [made, setMade] = useState<RequestedPartnership>()
  const { complaints, mended, ...ask } = useAction('partnerships', requestPartnership, partnershipInputs)
  const wanted = partnerId.trim()
  const fits = partnerIdForm.test(wanted)
  useUnsaved(wanted)

  const submit = async () => {
    setMade(undefined)
    setTried(true)
    if (!fits) return
    const answer = await ask.run({ partnerId: wanted })
    if (!answer) return
    setTried(false)
    setPartnerId('')
    setMade(answer)
  }
  return (
    <>
      <Stack as={Form} gap={3} onSubmit={submit}>
        <TextField id={id} inputMode="numeric" spellCheck={false} label={t('partnerships.request.partner_id')}
          description={t('partnerships.request.partner_id.help')} value={partnerId}
          error={isTried && !fits ? t('partnerships.request.error') : complaints['/partnerId']} onChange={({ target }) => {
            setPartnerId(target.value)
            mended('/partnerId')
          }} />
        <div>
          <ActionButton type="submit" variant="accent" icon="partnerships" verdict={{ allowed: true }} pending={ask.isRunning}>
            {t('partnerships.request')}
          </ActionButton>
        </div>
      </Stack>
      <div role="status">{made && <RequestedNext partnership={made} provider={actor.organization.displayName} />}</div>
    </>
  )
}
