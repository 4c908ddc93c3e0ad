import { useId, useState } from 'react'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import styles from './my-partners.module.css'

type Props = {
  isOpen: boolean
  onClose: () => void
  row: PartnerOfTenant
  hasGranular: boolean
  requestAddress: string | undefined
  isRunning: boolean
  onGrant: () => void
}

/** Says who asked and what a permanent Global administrator is, and requires typing the role's name. */
export function GrantDialog({ isOpen, onClose, row, hasGranular, requestAddress, isRunning, onGrant }: Props) {
  const { t, formatDate } = useWords()
  const formId = useId()
  const { asked } = row
  const partner = row.partner.displayName
  return (
    <ConfirmDialog isOpen={isOpen} onClose={onClose} title={t('my-partners.grant.title', { partner })}
      act={{ type: 'submit', form: formId, variant: 'danger', pending: isRunning, children: t('my-partners.grant') }}>
      <Noted icon={asked ? 'info' : 'caution'} box={asked ? 'info-soft' : 'caution-soft'} pad="2 3" after={4}>
        {asked ? t('my-partners.grant.asked', { by: asked.by, date: formatDate(asked.at) }) : t('my-partners.grant.not_asked')}
      </Noted>
      <ChangeList
        changes={[t('my-partners.grant.changes.access', { partner }), t('my-partners.grant.changes.end')]}
        keeps={[t('my-partners.grant.keeps.subscriptions'), t('my-partners.grant.keeps.owner')]} />
      {hasGranular && requestAddress === undefined && <p>{t('my-partners.grant.better')}</p>}
      {hasGranular && requestAddress !== undefined && (
        <Stack gap={2} align="start" pad="3 4" className={styles.better}>
          <p>{t('my-partners.grant.better_waits', { partner })}</p>
          <ButtonLink to={requestAddress} icon="document">{t('approval.waiting.read')}</ButtonLink>
        </Stack>
      )}
      <Confirmation id={formId} isRunning={isRunning} onConfirmed={onGrant} />
    </ConfirmDialog>
  )
}

/** Ignores case and repeated spaces. */
const plain = (text: string) => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()

function Confirmation({ id, isRunning, onConfirmed }: { id: string; isRunning: boolean; onConfirmed: () => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
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
