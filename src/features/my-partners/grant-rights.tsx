import { useId, useState } from 'react'
import { offered } from '../../../domain/answers/decision.ts'
import { canGrantAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { partnerFacts } from '../../../domain/relationships/partners-map.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import styles from './my-partners.module.css'

type Props = {
  actor: Actor
  row: PartnerOfTenant
  others: readonly PartnerOfTenant[]
  /** The page of its waiting GDAP request, which replaces a message to send. */
  requestAddress: string | undefined
  isRunning: boolean
  onGrant: () => Promise<void>
}

/**
 * GDAP comes first where the cloud has it; a permanent Global administrator is the alternative (BR-28, BR-81, BR-99). The dialog says who
 * asked and what that role is, and requires typing its name.
 */
export function GrantRights({ actor, row, others, requestAddress, isRunning, onGrant }: Props) {
  const { t, formatDate } = useWords()
  const formId = useId()
  const [isAsking, setAsking] = useTyped(`granting rights to ${row.partner.id}`, false)
  const { dapRequest: asked } = row
  const policy = ownPolicy()
  const verdict = offered(canGrantAdminRights(actor, partnerFacts(row), others.map(partnerFacts), policy))
  const hasGranular = policy.granularAdmin === 'available'
  const partner = row.partner.displayName
  const { displayName: organization, tenantId } = actor.organization
  const close = () => setAsking(false)
  return (
    <>
      {hasGranular && verdict.allowed && requestAddress === undefined && (
        <Stack gap={2} align="start" pad="3 4" className="framed">
          <h3>{t('my-partners.granular')}</h3>
          <p>{t('my-partners.granular.text', { partner })}</p>
          <CopyButton label={t('my-partners.granular.copy')} text={t('my-partners.granular.message', { organization, tenantId })} />
        </Stack>
      )}
      <ActionButton icon="key" variant={hasGranular ? 'subtle' : 'plain'} verdict={verdict} onPress={() => setAsking(true)}>
        {t('my-partners.grant')}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t('my-partners.grant.title', { partner })}
        act={{ type: 'submit', form: formId, variant: 'danger', pending: isRunning, children: t('my-partners.grant') }}>
        <Noted icon={asked ? 'info' : 'caution'} box={asked ? 'info-soft' : 'caution-soft'} pad="2 3" after={4}>
          {asked ? t('my-partners.grant.asked', { by: asked.by, date: formatDate(asked.at) }) : t('my-partners.grant.not_asked')}
        </Noted>
        <ChangeList
          changes={[t('my-partners.grant.changes.access', { partner }), t('my-partners.grant.changes.end')]}
          keeps={[t('my-partners.grant.keeps.subscriptions'), t('my-partners.grant.keeps.owner')]} />
        {hasGranular && requestAddress === undefined && <p>{t('my-partners.grant.better')}</p>}
        {hasGranular && requestAddress !== undefined && (
          <Stack gap={2} align="start" pad="3 4" className="framed">
            <p>{t('my-partners.grant.better_waits', { partner })}</p>
            <ButtonLink to={requestAddress} icon="document">{t('approval.waiting.read')}</ButtonLink>
          </Stack>
        )}
        <Confirmation id={formId} name={`phrase for ${row.partner.id}`} isRunning={isRunning}
          onConfirmed={() => void onGrant().then(close)} />
      </ConfirmDialog>
    </>
  )
}

/** Ignores case and repeated spaces. */
const plain = (text: string) => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()

type Confirming = { id: string; name: string; isRunning: boolean; onConfirmed: () => void }

function Confirmation({ id, name, isRunning, onConfirmed }: Confirming) {
  const { t } = useWords()
  const [typed, setTyped] = useTyped(name, '')
  const [isWrong, setWrong] = useState(false)
  const phrase = t('my-partners.grant.phrase')
  return (
    <Form id={id} className={styles.confirm} onSubmit={() => {
      const isRight = plain(typed) === plain(phrase)
      setWrong(!isRight)
      if (isRight && !isRunning) onConfirmed()
    }}>
      <TextField label={t('my-partners.grant.confirm', { phrase })} required value={typed} spellCheck={false} maxLength={100}
        error={isWrong ? t('my-partners.grant.mismatch', { phrase }) : undefined}
        onChange={({ target }) => {
          setTyped(target.value)
          setWrong(false)
        }} />
    </Form>
  )
}
